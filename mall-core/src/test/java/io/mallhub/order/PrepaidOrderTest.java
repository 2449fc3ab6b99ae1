package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.returns.Returns;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Viewer;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders paid from the prepaid account: 90.00 of principal and 30.00 of bonus. */
class PrepaidOrderTest extends OrderTest {
    @Autowired PrepaidAccounts accounts;
    @Autowired PrepaidFixtures prepaid;
    @Autowired PaymentMethods methods;
    @Autowired ReturnFixtures goods;
    @Autowired JdbcClient jdbc;
    @Autowired Returns returns;

    private ProductId product;

    @BeforeEach
    void aCustomerWhoPaidInAdvance() {
        prepaid.toppedUp(customer, "90.00", "30.00");
        product = trade.aProduct("10.00", 100);
    }

    @AfterEach
    void everyCentIsProven() {
        assertThat(accounts.unproven()).isEmpty();
        assertThat(receivables.unproven()).isEmpty();
    }

    @Test
    void submitHoldsTheMoneyPrincipalFirstAndUsesNoCredit() {
        String number = trade.submitted(order(10));

        assertThat(accounts.balance(customer).held()).isEqualTo(amount("90.00", "10.00"));
        assertThat(accounts.balance(customer).balance()).isEqualTo(amount("90.00", "30.00"));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.ZERO);
        assertThat(order(number).payment()).isEqualTo(PaymentMethod.PREPAID);
    }

    @Test
    void anOrderThatCostsMoreThanIsThereIsRefusedWithTheAmountsAndKeepsNothing() {
        assertThat(orders.submit(order(13)))
                .isEqualTo(refused("payment.prepaid-too-low", "130.00 > 120.00"));

        assertThat(
                        jdbc.sql("select count(*) from stock_hold where product_id = ?")
                                .param(product.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
        assertThat(accounts.balance(customer).held()).isEqualTo(PrepaidAmount.ZERO);
        assertThat(orders.page(Orders.OrderQuery.of(customer), PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    void ofTwoOrdersForTheLastOfTheBalanceOneWins() throws Exception {
        List<SubmitOutcome> outcomes = AtOnce.run(2, i -> orders.submit(order(12)));

        assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(refused("payment.prepaid-too-low", "120.00 > 0.00"));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(12));
    }

    @Test
    void aMethodThatTheCustomerMayNotUseIsRefused() {
        methods.put(his(), EnumSet.of(PaymentMethod.CREDIT), "账期", DESK);
        assertThat(orders.submit(order(1))).isEqualTo(refused("payment.not-allowed", "PREPAID"));

        methods.put(his(), EnumSet.of(PaymentMethod.PREPAID), "预付", DESK);
        assertThat(
                        orders.submit(
                                new SubmitOrder(
                                        customer, key(), List.of(line(product, 1)), "", BUYER)))
                .isEqualTo(refused("payment.not-allowed", "CREDIT"));

        endHis();
        assertThat(methods.allowed(customer)).hasSize(3);
        trade.submitted(order(1));
    }

    private Audience his() {
        return Audience.customer(customer, "");
    }

    private void endHis() {
        Viewer viewer = new Viewer(customer, "", "", "");
        methods.end(methods.decisive(viewer).orElseThrow().id(), "恢复", DESK);
    }

    @Test
    void theSameKeyPaidAnotherWayIsOtherContent() {
        SubmitOrder first = order(1);
        trade.submitted(first);

        assertThat(orders.submit(first)).isInstanceOf(SubmitOutcome.Submitted.class);
        assertThat(
                        orders.submit(
                                new SubmitOrder(
                                        customer,
                                        first.idempotencyKey(),
                                        first.lines(),
                                        first.deliveryNote(),
                                        BUYER)))
                .isInstanceOf(SubmitOutcome.KeyReusedForOtherContent.class);
    }

    @Test
    void aPrepaidOrderWaitsForNoCredit() {
        trade.giveCredit(customer, "0.00");
        trade.submitted(new SubmitOrder(customer, key(), List.of(line(product, 5)), "", BUYER));
        String number = trade.submitted(order(2));

        assertThat(receivables.position(customer).isExceeded()).isTrue();
        assertThat(orders.approvalFacts(number).creditFree()).isEqualTo(Money.ZERO);
    }

    @Test
    void approvingCapturesTheMoneyOnce() {
        String number = trade.submitted(order(10));

        orders.approve(number, 0);
        orders.approve(number, 0);

        assertThat(accounts.balance(customer).balance()).isEqualTo(amount("0.00", "20.00"));
        assertThat(accounts.balance(customer).held()).isEqualTo(PrepaidAmount.ZERO);
        assertThat(accounts.paidOf(customer, List.of(number))).containsExactly(number);
        assertThat(accounts.paidWith(number)).contains(amount("90.00", "10.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void aChangedOrderHoldsWhatItCostsNow() {
        String number = trade.submitted(order(10));
        waits(number, 0);

        assertThat(change(number, 0, 13))
                .isEqualTo(
                        new ChangeOutcome.Refused(
                                List.of(problem("payment.prepaid-too-low", "130.00 > 120.00"))));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(10));
        assertThat(change(number, 0, 4)).isEqualTo(new ChangeOutcome.Changed(1));
        assertThat(accounts.balance(customer).held()).isEqualTo(amount("40.00", "0.00"));

        waits(number, 1);
        assertThat(change(number, 1, 12)).isEqualTo(new ChangeOutcome.Changed(2));
        orders.approve(number, 2);
        assertThat(accounts.balance(customer).balance()).isEqualTo(PrepaidAmount.ZERO);
    }

    @Test
    void aChangeForWhichGoodsAreShortLeavesTheHoldAsItWas() {
        String number = trade.submitted(order(10));
        waits(number, 0);
        trade.restock(product, 11);

        assertThat(change(number, 0, 12)).isInstanceOf(ChangeOutcome.Refused.class);

        assertThat(accounts.balance(customer).held()).isEqualTo(amount("90.00", "10.00"));
    }

    @Test
    void rejectedBeforeOrCancelledAfterItWasTakenTheMoneyIsBack() {
        String held = trade.submitted(order(5));
        String taken = trade.submitted(order(6));
        orders.approve(taken, 0);

        for (int i = 0; i < 2; i++) {
            orders.reject(held, "no", DESK);
            orders.cancel(taken, "no", DESK);
        }

        assertThat(accounts.balance(customer).available()).isEqualTo(amount("90.00", "30.00"));
        assertThat(accounts.paidOf(customer, List.of(taken))).isEmpty();
        assertThat(accounts.entries(customer, PageRequest.first(9)).items())
                .extracting(EntryView::kind)
                .containsExactly(
                        EntryView.Kind.REVERSAL, EntryView.Kind.CAPTURE, EntryView.Kind.TOP_UP);
    }

    @Test
    void returnedGoodsAreRefundedTheWayTheyWerePaidToTheCent() {
        String number = trade.accepted(trade.submitted(order(10)));
        trade.ship(number, "FH-1", 10);

        comesBack(number, 3);
        assertThat(accounts.balance(customer).balance()).isEqualTo(amount("27.00", "23.00"));
        comesBack(number, 3);
        comesBack(number, 4);

        assertThat(accounts.balance(customer).balance()).isEqualTo(amount("90.00", "30.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    private void comesBack(String order, long quantity) {
        String number = goods.received(customer, order, quantity);
        goods.inspect(number, ReturnFixtures.toStock(quantity));
        returns.settle(number);
        returns.settle(number);
    }

    private void waits(String number, int revision) {
        orders.recordStops(
                number, revision, List.of(new OrderView.Stop("sales", "large-amount", "")));
        if (revision == 2) {
            orders.recordApproval(number, revision, "sales", true, "", DESK);
        }
    }

    private ChangeOutcome change(String number, int revision, long quantity) {
        return orders.change(
                new ChangeOrder(
                        number,
                        revision,
                        List.of(new ChangeOrder.Line(1, Quantity.of(quantity))),
                        "客户要求",
                        DESK));
    }

    private SubmitOrder order(long quantity) {
        return new SubmitOrder(
                customer,
                key(),
                List.of(line(product, quantity)),
                "",
                PaymentMethod.PREPAID,
                BUYER);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static SubmitOutcome refused(String problem, String detail) {
        return new SubmitOutcome.Refused(List.of(problem(problem, detail)));
    }

    private static LineProblem problem(String problem, String detail) {
        return new LineProblem(-1, null, problem, detail);
    }

    private static PrepaidAmount amount(String principal, String bonus) {
        return new PrepaidAmount(Money.of(principal), Money.of(bonus));
    }
}
