package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.AtOnce;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Recipient;
import io.mallhub.order.Orders.ApprovalOutcome;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk changes an order that waits for approval. */
class OrderChangeTest extends OrderTest {
    private static final Actor FINANCE = Actor.staff("wang", "王五");
    private static final Actor SALES = Actor.staff("zhao", "赵六");

    @Autowired AuditLog audit;
    @Autowired Prices prices;
    @Autowired Products products;
    @Autowired Notifications notifications;
    @Autowired FourEyesProof proof;
    @Autowired Accounts accounts;
    @Autowired Delegations delegations;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private ProductId first;
    private ProductId second;
    private String number;

    /** Ten boxes of each of two products at 10.00, waiting for finance and sales. */
    @BeforeEach
    void anOrderThatWaits() {
        first = trade.aProduct("10.00", 100);
        second = trade.aProduct("10.00", 100);
        number = trade.submitted(anOrderOf(customer, line(first, 10), line(second, 10)));
        stop(0);
    }

    @Test
    void quantitiesAreChangedAndLinesTakenOutInOneGo() {
        assertThat(change(0, to(1, 4), to(2, 0))).isEqualTo(new ChangeOutcome.Changed(1));

        OrderView order = order(number);
        assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.lines())
                .extracting(OrderView.Line::number, OrderView.Line::product)
                .containsExactly(tuple(1, first));
        assertThat(order.lines().getFirst().quantity()).isEqualTo(Quantity.of(4));
        assertThat(order.lines().getFirst().gate().allowed()).isTrue();
        assertThat(order.total()).isEqualTo(Money.of("40.00"));
        assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
        assertThat(stock.equation(first).holds()).isEqualTo(Quantity.of(4));
        assertThat(stock.equation(second).holds()).isEqualTo(Quantity.ZERO);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("40.00"));
        assertThat(receivables.unproven()).doesNotContain(customer);
        assertThat(events.stream(OrderChanged.class)).containsExactly(new OrderChanged(number, 1));
    }

    @Test
    void whatItWasBeforeAndWhatWasWithdrawnIsKept() {
        approve(0, "finance", FINANCE);

        change(0, to(1, 4), to(2, 0));

        OrderView order = order(number);
        assertThat(order.stops()).isEmpty();
        assertThat(order.approvals()).isEmpty();
        OrderView.Change change = order.changes().getFirst();
        assertThat(change.by()).isEqualTo("李四");
        assertThat(change.reason()).isEqualTo("客户要求减量");
        assertThat(change.totalBefore()).isEqualTo(Money.of("200.00"));
        assertThat(change.totalAfter()).isEqualTo(Money.of("40.00"));
        assertThat(change.differences())
                .extracting(OrderView.ChangedLine::number, it -> it.before().quantity())
                .containsExactly(tuple(1, Quantity.of(10)), tuple(2, Quantity.of(10)));
        assertThat(change.lines().getLast().after()).isNull();
        assertThat(change.stops())
                .extracting(OrderView.Stop::kind)
                .containsExactly("credit-limit", "below-floor");
        assertThat(change.withdrawn())
                .containsExactly(
                        new OrderView.Approval("finance", true, "王五", clock.instant(), ""));
        assertThat(orders.timeline(number).getLast())
                .isEqualTo(new TimelineEntry(change.at(), "order.changed", "李四", "客户要求减量"));
        RecordedEntry entry =
                audit.page(
                                new AuditQuery("li", "order", number, "change-order"),
                                PageRequest.first(9))
                        .items()
                        .getFirst();
        assertThat(entry.entry().details().get("before")).contains(" × 10 @ 10", "; ");
        assertThat(entry.entry().details().get("after")).contains(" × 4 @ 10").doesNotContain(";");
    }

    @Test
    void theBuyerIsToldInHisInbox() {
        change(0, to(1, 4));

        assertThat(
                        notifications
                                .inbox(
                                        new Inbox(
                                                "buyer:han",
                                                List.of(
                                                        new Recipient.Company(customer)
                                                                .audience())),
                                        Locale.CHINESE,
                                        PageRequest.first(9))
                                .items())
                .anySatisfy(
                        it -> {
                            assertThat(it.title()).contains(number);
                            assertThat(it.text()).contains("客户要求减量", "200.00", "140.00");
                            assertThat(it.link()).isEqualTo("/orders/" + number);
                        });
    }

    @Test
    void allLinesThatStayArePricedByTodaysRulesForThisCustomer() {
        prices.agree(
                new Prices.Agreement(
                        customer, first, Quantity.of(20), UnitPrice.of("8.00"), null, null),
                DESK);
        prices.applyBasePrices("erp-test", Map.of(second, UnitPrice.of("11.00")));

        change(0, to(1, 20));

        List<OrderView.Line> lines = order(number).lines();
        assertThat(lines.getFirst().price().source()).isEqualTo(PriceQuote.Source.AGREEMENT);
        assertThat(lines.getFirst().amount()).isEqualTo(Money.of("160.00"));
        assertThat(lines.getLast().amount()).isEqualTo(Money.of("110.00"));
        assertThat(order(number).changes().getFirst().differences()).hasSize(2);
    }

    @Test
    void moreThanIsSellableIsRefusedWithTheLineNamedAndNothingChanges() {
        trade.submitted(anOrderOf(customer, line(second, 85)));

        assertThat(change(0, to(1, 0), to(2, 16)))
                .isEqualTo(
                        new ChangeOutcome.Refused(
                                List.of(
                                        new SubmitOutcome.LineProblem(
                                                1, second, "stock.short", "16 > 15"))));

        assertThat(state(number)).isEqualTo(OrderState.IN_APPROVAL);
        assertThat(order(number).lines()).hasSize(2);
        assertThat(stock.equation(first).holds()).isEqualTo(Quantity.of(10));
        assertThat(change(0, to(1, 0), to(2, 15))).isEqualTo(new ChangeOutcome.Changed(1));
    }

    @Test
    void lessIsAlwaysPossibleEvenWhereTheStockHasGone() {
        trade.restock(first, 3);

        assertThat(change(0, to(1, 6))).isEqualTo(new ChangeOutcome.Changed(1));
        assertThat(stock.equation(first).holds()).isEqualTo(Quantity.of(6));
    }

    @Test
    void aLineTheLicenceDoesNotCoverAnyMoreMustBeTakenOut() {
        products.categorise(second, RegulatoryCategory.NARCOTIC, DESK);

        assertThat(change(0, to(1, 5)))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Refused.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(SubmitOutcome.LineProblem::line)
                                        .containsExactly(1));
        assertThat(change(0, to(2, 0))).isEqualTo(new ChangeOutcome.Changed(1));
    }

    @Test
    void quantitiesThatNobodyCanOrderAreNamed() {
        assertThat(change(0, to(1, -3)))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Refused.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(SubmitOutcome.LineProblem::problem)
                                        .contains("quantity.not-positive"));
    }

    @Test
    void aChangeSaysInWordsWhyItIsNotPossible() {
        assertThat(change(0, to(1, 0), to(2, 0))).isEqualTo(no("no-lines"));
        assertThat(change(0, to(1, 10))).isEqualTo(no("nothing"));
        assertThat(change(0, to(3, 1))).isEqualTo(no("unknown-line"));
        assertThat(change(0, to(1, 5), to(1, 6))).isEqualTo(no("unknown-line"));
        assertThat(change(1, to(1, 5))).isEqualTo(no("outdated"));
        assertThat(orders.change(new ChangeOrder(number, 0, List.of(to(1, 5)), " ", DESK)))
                .isEqualTo(no("reason"));
        assertThat(orders.change(new ChangeOrder(number, 0, List.of(to(1, 5)), "x", BUYER)))
                .isEqualTo(no("not-staff"));
    }

    @Test
    void onlyAnOrderThatWaitsForSomebodyIsChanged() {
        String fresh = trade.aPlacedOrder(customer);
        assertThat(changeOf(fresh)).isEqualTo(no("being-assessed"));
        assertThat(changeOf(trade.anApprovedOrder(customer))).isEqualTo(no("too-late"));
        orders.cancel(fresh, "不要了", BUYER);
        assertThat(changeOf(fresh)).isEqualTo(no("ended"));
        approve(0, "finance", FINANCE);
        approve(0, "sales", SALES);
        assertThat(change(0, to(1, 5))).isEqualTo(no("agreed"));
    }

    @Test
    void aRefusedOrderIsNotChanged() {
        orders.recordApproval(number, 0, "finance", false, "欠款", FINANCE);

        assertThat(change(0, to(1, 5))).isEqualTo(no("denied"));
    }

    @Test
    void aDecisionOnWhatWasChangedMeanwhileIsRefusedAndAllAreAskedAnew() {
        approve(0, "finance", FINANCE);
        change(0, to(1, 5));

        assertThat(approve(0, "sales", SALES)).isEqualTo(withdrawn("changed"));
        assertThat(approve(1, "sales", SALES)).isEqualTo(withdrawn("not-asked"));
        stop(0);
        assertThatThrownBy(() -> orders.approve(number, 0))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state(number)).isEqualTo(OrderState.SUBMITTED);
        stop(1);
        assertThat(approve(1, "sales", SALES)).isEqualTo(new ApprovalOutcome.Recorded());
        assertThat(approve(1, "finance", FINANCE)).isEqualTo(new ApprovalOutcome.Recorded());
        orders.approve(number, 1);
        assertThat(receivables.position(customer).balance()).isEqualTo(order(number).total());
    }

    @Test
    void theFactsSayOfWhichRevisionTheyAre() {
        change(0, to(1, 5));

        assertThat(orders.approvalFacts(number).revision()).isEqualTo(1);
        assertThat(orders.approvalFacts(number).total()).isEqualTo(Money.of("150.00"));
    }

    @Test
    void whoChangedAnOrderNeverApprovesItAndTheProofShowsHisPart() {
        change(0, to(1, 5));
        stop(1);

        assertThat(approve(1, "sales", DESK))
                .isEqualTo(new ApprovalOutcome.NotYou("approval.changer"));
        assertThat(proof.of(Set.of(number)).parts())
                .anySatisfy(
                        it -> {
                            assertThat(it.part()).isEqualTo("changed");
                            assertThat(it.person()).isEqualTo("li");
                            assertThat(it.decides()).isFalse();
                        });
    }

    @Test
    void anApproverWhoseWordWasWithdrawnDecidesForHisGroupOnly() {
        approve(0, "finance", FINANCE);
        change(0, to(1, 5));
        stop(1);

        assertThat(approve(1, "sales", FINANCE))
                .isEqualTo(new ApprovalOutcome.NotYou("approval.other-group"));
        assertThat(approve(1, "finance", FINANCE)).isEqualTo(new ApprovalOutcome.Recorded());
    }

    @Test
    void whoApprovedMayChangeBecauseHisApprovalIsWithdrawnByThat() {
        approve(0, "sales", DESK);

        change(0, to(1, 5));

        assertThat(proof.of(Set.of(number)).breaches()).isEmpty();
    }

    @Test
    void aChangerWhoGotPastTheRuleIsFoundInTheRecords() {
        change(0, to(1, 5));
        stop(1);
        approve(1, "finance", FINANCE);

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("update order_change set by_id = 'WANG' where order_number = ?")
                            .param(number)
                            .update();
                    assertThat(proof.of(Set.of(number)).breaches())
                            .extracting(FourEyesProof.Breach::decision, it -> it.otherPart())
                            .containsExactly(tuple("finance", "changed"));
                    status.setRollbackOnly();
                });
    }

    @Test
    void aPrincipalWhoseStandInDecidedBeforeTheChangeMayChangeAndThenNotApprove() {
        StaffView principal = staff("Principal", Role.SALES);
        StaffView standIn = staff("StandIn", Role.WAREHOUSE);
        LocalDate today = MallTime.today(clock);
        delegations.give(
                new Delegations.GiveRole(
                        principal.login(),
                        standIn.login(),
                        Role.SALES,
                        today,
                        today,
                        "休假",
                        principal.actor()));
        approve(0, "sales", standIn.actor());
        assertThat(
                        orders.change(
                                new ChangeOrder(
                                        number, 0, List.of(to(1, 5)), "减量", principal.actor())))
                .isEqualTo(new ChangeOutcome.Changed(1));
        stop(1);

        assertThat(proof.of(Set.of(number)).breaches()).isEmpty();
        assertThat(approve(1, "sales", standIn.actor()))
                .isEqualTo(new ApprovalOutcome.NotYou("approval.changer"));
    }

    private StaffView staff(String name, Role role) {
        return accounts.createStaff(
                new Accounts.CreateStaff(
                        name.toLowerCase(Locale.ROOT)
                                + UUID.randomUUID().toString().substring(0, 8),
                        name,
                        "a long password 1",
                        Set.of(role),
                        DESK));
    }

    @Test
    void theSameFormSentManyTimesAtOnceChangesOnce() throws Exception {
        List<ChangeOutcome> outcomes = AtOnce.run(12, i -> change(0, to(1, 5)));

        assertThat(outcomes.stream().filter(ChangeOutcome.Changed.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(no("outdated")::equals)).hasSize(11);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("150.00"));
    }

    @RepeatedTest(5)
    void theLastApprovalAgainstAChangeEndsInOneLegalState() throws Exception {
        approve(0, "finance", FINANCE);

        List<Object> outcomes =
                AtOnce.run(2, i -> i == 0 ? approve(0, "sales", SALES) : change(0, to(1, 5)));

        boolean approved = outcomes.getFirst() instanceof ApprovalOutcome.Recorded;
        assertThat(outcomes.getFirst())
                .isEqualTo(approved ? new ApprovalOutcome.Recorded() : withdrawn("changed"));
        assertThat(outcomes.getLast())
                .isEqualTo(approved ? no("agreed") : new ChangeOutcome.Changed(1));
    }

    private void stop(int revision) {
        orders.recordStops(
                number,
                revision,
                List.of(
                        new OrderView.Stop("finance", "credit-limit", "40.00"),
                        new OrderView.Stop("sales", "below-floor", "")));
    }

    private ChangeOutcome change(int revision, ChangeOrder.Line... lines) {
        return orders.change(
                new ChangeOrder(number, revision, Arrays.asList(lines), "客户要求减量", DESK));
    }

    private ChangeOutcome changeOf(String other) {
        return orders.change(new ChangeOrder(other, 0, List.of(to(1, 5)), "减量", DESK));
    }

    private ApprovalOutcome approve(int revision, String group, Actor by) {
        return orders.recordApproval(number, revision, group, true, "", by);
    }

    private static ChangeOrder.Line to(int line, long quantity) {
        return new ChangeOrder.Line(line, Quantity.of(quantity));
    }

    private static ChangeOutcome no(String why) {
        return new ChangeOutcome.NotPossible("order-change." + why);
    }

    private static ApprovalOutcome withdrawn(String why) {
        return new ApprovalOutcome.Withdrawn("approval." + why);
    }
}
