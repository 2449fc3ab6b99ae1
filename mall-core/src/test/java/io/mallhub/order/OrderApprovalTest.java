package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.order.Orders.ApprovalOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderApprovalTest extends OrderTest {
    private static final Actor FINANCE = Actor.staff("wang", "王五");

    @Autowired AuditLog audit;

    @Test
    void factsForTheDecisionAreReadFresh() {
        String number = trade.aPlacedOrder(customer);
        trade.giveCredit(customer, "60.00");

        assertThat(orders.approvalFacts(number))
                .isEqualTo(
                        new Orders.ApprovalFacts(
                                order(number).customerName(),
                                Money.of("100.00"),
                                Money.of("-40.00"),
                                Money.ZERO,
                                false,
                                true,
                                false,
                                "",
                                1,
                                0));
    }

    @Test
    void withoutStopsAnOrderIsApprovedAndPostedAtOnce() {
        String number = trade.aPlacedOrder(customer);

        orders.approve(number, 0);
        orders.approve(number, 0);
        orders.recordStops(number, 0, List.of(new OrderView.Stop("finance", "credit-limit", "")));

        assertThat(state(number)).isEqualTo(OrderState.APPROVED);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.ZERO);
    }

    @Test
    void whereAnOrderStandsIsKnownWithoutItsLines() {
        String number = trade.aPlacedOrder(customer);

        assertThat(orders.standing(number))
                .contains(
                        new Orders.Standing(
                                order(number).customerName(),
                                OrderState.SUBMITTED,
                                ErpState.NOT_SENT,
                                null,
                                false));
        assertThat(orders.standing("SO-nobody-gave")).isEmpty();
    }

    @Test
    void anOrderWithStopsWaitsForItsApprovals() {
        String number = aStoppedOrder();
        assertThat(state(number)).isEqualTo(OrderState.IN_APPROVAL);
        assertThatThrownBy(() -> orders.approve(number, 0))
                .isInstanceOf(IllegalStateException.class);

        assertThat(orders.recordApproval(number, 0, "finance", true, "熟客", FINANCE))
                .isEqualTo(new ApprovalOutcome.Recorded());
        orders.approve(number, 0);
        orders.approve(number, 0);

        assertThat(state(number)).isEqualTo(OrderState.APPROVED);
        assertThat(order(number).approvals())
                .containsExactly(
                        new OrderView.Approval("finance", true, "王五", clock.instant(), "熟客"));
        assertThat(receivables.statement(customer, PageRequest.first(9)).total()).isEqualTo(1);
        assertThat(
                        audit.page(
                                        new AuditQuery("wang", "order", number, "approve-order"),
                                        PageRequest.first(9))
                                .total())
                .isEqualTo(1);
    }

    @Test
    void nobodyDecidesForTwoGroupsAndAGroupDecidesOnce() {
        String number = aStoppedOrder();
        decide(number, "finance", FINANCE);

        assertThat(decide(number, "sales", FINANCE)).isEqualTo(notYou("other-group"));
        assertThat(decide(number, "finance", DESK)).isEqualTo(notYou("already-decided"));
        assertThat(decide(number, "sales", BUYER)).isEqualTo(notYou("not-staff"));
        assertThat(refused(number)).isEqualTo(3);
        assertThat(decide(number, "finance", FINANCE)).isEqualTo(new ApprovalOutcome.Recorded());
        assertThat(decide(number, "sales", DESK)).isEqualTo(new ApprovalOutcome.Recorded());
    }

    @Test
    void staffWhoOrderedForACustomerDoNotApproveIt() {
        ProductId product = trade.aProduct();
        CustomerId his = customers.aCustomerBroughtBy(FINANCE.id()).id();
        String number =
                trade.submitted(
                        new SubmitOrder(
                                his,
                                "on-behalf-" + product,
                                List.of(line(product, 1)),
                                "",
                                FINANCE));
        orders.recordStops(
                number, 0, List.of(new OrderView.Stop("finance", "credit-exceeded", "")));

        assertThat(decide(number, "finance", FINANCE)).isEqualTo(notYou("submitter"));
        assertThat(refused(number)).isEqualTo(1);
    }

    @Test
    void aDeniedOrderIsNotApprovedButRejectedAndEverythingGoesBack() {
        String number = aStoppedOrder();
        orders.recordApproval(number, 0, "finance", false, "欠款", FINANCE);
        assertThatThrownBy(() -> orders.approve(number, 0))
                .isInstanceOf(IllegalStateException.class);

        orders.reject(number, "欠款", FINANCE);
        orders.reject(number, "欠款", FINANCE);

        assertThat(state(number)).isEqualTo(OrderState.REJECTED);
        assertThat(stock.equation(firstProduct(number)).holds()).isEqualTo(Quantity.ZERO);
        assertThat(receivables.position(customer).free()).isEqualTo(Money.of("1000.00"));
        assertThatThrownBy(() -> orders.cancel(number, "", DESK))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPostedOrderThatEndsIsReversedInTheLedger() {
        String number = trade.anApprovedOrder(customer);

        orders.cancel(number, "不要了", BUYER);

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(receivables.statement(customer, PageRequest.first(9)).total()).isEqualTo(2);
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    @Test
    void aLicenceThatExpiresMidOrderIsSeenAtPushAndAtShipping() {
        String number = trade.anApprovedOrder(customer);
        assertThat(orders.recheckLicences(number, "push")).isEmpty();

        clock.set("2029-01-01T00:00:00");

        assertThat(orders.recheckLicences(number, "shipping"))
                .extracting(SubmitOutcome.LineProblem::line)
                .containsExactly(0);
        assertThat(orders.approvalFacts(number).licencesValid()).isFalse();
        assertThat(order(number).lines().getFirst().gate().allowed()).isFalse();
        assertThat(timeline(number)).contains("order.licence-stopped");
    }

    @Test
    void aBuyerReadsTheOrdersOfHisCompanyOnly() {
        String number = trade.aPlacedOrder(customer);

        assertThat(orders.orderOf(customer, number)).isPresent();
        assertThat(orders.orderOf(customers.anActiveCustomer().id(), number)).isEmpty();
        assertThat(orders.orderOf(customer, "SO-NONE")).isEmpty();
    }

    /** Attempts that the audit log keeps. */
    private long refused(String number) {
        return audit.page(
                        new AuditQuery(null, "order", number, "refuse-approval"),
                        PageRequest.first(9))
                .total();
    }

    private ApprovalOutcome decide(String number, String group, Actor by) {
        return orders.recordApproval(number, 0, group, true, "", by);
    }

    private static ApprovalOutcome notYou(String why) {
        return new ApprovalOutcome.NotYou("approval." + why);
    }

    private String aStoppedOrder() {
        String number = trade.aPlacedOrder(customer);
        orders.recordStops(
                number, 0, List.of(new OrderView.Stop("finance", "credit-exceeded", "-40.00")));
        return number;
    }
}
