package io.mallhub.returns;

import static io.mallhub.fixture.ReturnFixtures.FINANCE;
import static io.mallhub.fixture.ReturnFixtures.INSPECTOR;
import static io.mallhub.fixture.ReturnFixtures.WAREHOUSE;
import static io.mallhub.fixture.ReturnFixtures.toStock;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.order.ErpState;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.returns.Returns.Sending;
import io.mallhub.returns.Returns.WithdrawOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReturnLifeTest extends ReturnTest {
    @Autowired JdbcClient jdbc;
    @Autowired AuditLog audit;

    @Test
    void theReturnsOfAnOrderAreListedWithTheAmountsOfTheirStatements() {
        String refused = goods.submitted(goods.of(customer, order, 1));
        returns.refuse(refused, "too-late");
        String inspected = goods.received(customer, order, 3);
        goods.inspect(
                inspected,
                Map.of(
                        Disposition.TO_STOCK,
                        Quantity.of(2),
                        Disposition.BACK_TO_BUYER,
                        Quantity.of(1)));
        String asked = goods.submitted(goods.of(customer, order, 4));

        List<ReturnOfOrder> all = returns.ofOrder(order);

        assertThat(all)
                .extracting(ReturnOfOrder::number)
                .containsExactlyInAnyOrder(refused, inspected, asked);
        assertThat(all)
                .allSatisfy(
                        one ->
                                assertThat(one.amount())
                                        .isEqualTo(view(one.number()).reversal().gross()));
        assertThat(all)
                .extracting(ReturnOfOrder::state)
                .contains(ReturnState.REFUSED, ReturnState.INSPECTED, ReturnState.SUBMITTED);
        assertThat(returns.ofOrder("SO404")).isEmpty();
    }

    @Test
    void acceptedGoodsAreCreditedAndOnlyThose() {
        String number = goods.received(customer, order, 4);

        goods.inspect(
                number,
                Map.of(
                        Disposition.TO_STOCK, Quantity.of(1),
                        Disposition.DESTROY, Quantity.of(2),
                        Disposition.BACK_TO_BUYER, Quantity.of(1)));
        returns.settle(number);
        returns.settle(number);
        returns.complete(number);

        Reversal reversal = view(number).reversal();
        assertThat(reversal.gross()).isEqualTo(Money.of("30.00"));
        assertThat(reversal.net()).isEqualTo(Money.of("26.55"));
        assertThat(reversal.tax()).isEqualTo(Money.of("3.45"));
        assertThat(reversal.creditNote()).startsWith("CN");
        assertThat(balance()).isEqualTo(Money.of("70.00"));
        assertThat(left()).isEqualTo(Quantity.of(7));
        assertThat(receivables.unproven()).isEmpty();
        ReturnSettled told = settled(number).getFirst();
        assertThat(settled(number)).hasSize(1);
        assertThat(told.lines().getFirst().accepted()).isEqualTo(Quantity.of(3));
        assertThat(told.lines().getFirst().net()).isEqualTo(Money.of("26.55"));
    }

    @Test
    void partialReturnsAddUpToTheWholeLine() {
        for (int quantity : List.of(3, 3, 4)) {
            String number = goods.received(customer, order, quantity);
            goods.inspect(number, toStock(quantity));
            returns.settle(number);
        }

        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(left()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void nobodyDoesTwoThingsThatWatchEachOther() {
        Actor submitter = Actor.staff("sub", "Sub");
        SubmitReturn asked = goods.of(customer, order, 2);
        String number =
                goods.submitted(
                        new SubmitReturn(
                                customer,
                                order,
                                "staff-key",
                                asked.reason(),
                                asked.wish(),
                                "",
                                null,
                                asked.lines(),
                                submitter));
        returns.startReview(number);
        assertThat(returns.review(number, true, "", submitter)).isEqualTo(notYou("submitter"));
        assertThat(returns.review(number, true, "", BUYER)).isEqualTo(notYou("not-staff"));
        assertThat(returns.review(number, true, "", DESK)).isEqualTo(new ActOutcome.Recorded());
        assertThat(returns.review(number, true, "", DESK)).isEqualTo(new ActOutcome.Recorded());
        assertThat(returns.review(number, false, "", FINANCE))
                .isInstanceOf(ActOutcome.NotNow.class);
        returns.approve(number);

        ReceiveReturn receipt = new ReceiveReturn(number, List.of(Quantity.of(2)), submitter);
        assertThat(returns.receive(receipt)).isEqualTo(notYou("submitter"));
        goods.receive(number, 2);
        assertThat(inspectAs(number, WAREHOUSE)).isEqualTo(notYou("receiver"));
        assertThat(inspectAs(number, submitter)).isEqualTo(notYou("submitter"));
        assertThat(inspectAs(number, INSPECTOR)).isEqualTo(new ActOutcome.Recorded());
        assertThat(returns.decideRefund(number, true, "", INSPECTOR))
                .isEqualTo(notYou("inspector"));
        assertThat(returns.decideRefund(number, true, "", DESK)).isEqualTo(notYou("reviewer"));
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "return", number, "refuse-approval"),
                                        PageRequest.first(20))
                                .total())
                .as("every attempt is kept")
                .isEqualTo(7);
        assertThat(returns.decideRefund(number, true, "", FINANCE))
                .isEqualTo(new ActOutcome.Recorded());
        assertThat(view(number).acts()).hasSize(5);
    }

    @Test
    void financeMaySendTheGoodsToAnotherInspection() {
        String number = goods.received(customer, order, 4);
        goods.inspect(number, toStock(4));

        returns.decideRefund(number, false, "照片与数量不符", FINANCE);
        assertThatThrownBy(() -> returns.settle(number)).isInstanceOf(IllegalStateException.class);
        goods.inspect(number, Map.of(Disposition.BACK_TO_BUYER, Quantity.of(4)));
        returns.settle(number);

        assertThat(balance()).isEqualTo(Money.of("100.00"));
        assertThat(left()).isEqualTo(Quantity.of(10));
        assertThat(settled(number).getFirst().lines()).isEmpty();
    }

    @Test
    void anInspectionThatDoesNotAddUpOrSawAnotherBatchIsRefused() {
        String number = goods.received(customer, order, 4);

        assertThat(refusal(goods.inspect(number, toStock(3))))
                .isEqualTo("inspection.does-not-add-up");
        var otherBatch = List.of(new InspectReturn.Line("B-X", toStock(4), ""));
        assertThat(refusal(returns.inspect(new InspectReturn(number, otherBatch, INSPECTOR))))
                .isEqualTo("inspection.batch-differs");
        assertThat(state(number)).isEqualTo(ReturnState.RECEIVED);
    }

    @Test
    void expiredGoodsNeverGoBackToStock() {
        String number = goods.received(customer, order, 4);
        clock.set("2028-07-01T00:00:00");

        assertThat(refusal(goods.inspect(number, toStock(4)))).isEqualTo("inspection.expired");
        assertThat(goods.inspect(number, Map.of(Disposition.DESTROY, Quantity.of(4))))
                .isEqualTo(new ActOutcome.Recorded());
    }

    @Test
    void untilTheGoodsAreThereItCanBeTakenBackAndNothingOfItCounts() {
        String number = goods.submitted(goods.of(customer, order, 4));

        assertThat(returns.requestWithdrawal(customer, number, BUYER))
                .isEqualTo(new WithdrawOutcome.Requested());
        assertThat(returns.withdraw(number, "")).isTrue();
        assertThat(returns.withdraw(number, "")).isTrue();

        assertThat(state(number)).isEqualTo(ReturnState.WITHDRAWN);
        assertThat(left()).isEqualTo(Quantity.of(10));
        String other = goods.received(customer, order, 10);
        assertThat(returns.withdraw(other, "")).isFalse();
        assertThat(returns.requestWithdrawal(customer, other, BUYER))
                .isEqualTo(new WithdrawOutcome.TooLate(ReturnState.RECEIVED));
    }

    @Test
    void whatTheErpMayHaveIsVoidedThereFirst() {
        String number = goods.submitted(goods.of(customer, order, 4));
        returns.approve(number);
        assertThat(returns.startSending(number)).isEqualTo(new Sending.Granted(false));
        assertThat(returns.startSending(number)).isInstanceOf(Sending.InFlight.class);
        returns.recordOutcomeUnknown(number, "timeout");

        assertThatThrownBy(() -> returns.withdraw(number, ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(returns.startSending(number)).isEqualTo(new Sending.Granted(true));
        returns.recordSent(number, "TH-1", clock.instant());
        assertThat(returns.startSending(number)).isEqualTo(new Sending.AlreadySent("TH-1"));
        returns.recordVoided(number, "");
        assertThat(returns.withdraw(number, "")).isTrue();
        assertThat(view(number).erpState()).isEqualTo(ErpState.VOIDED);
    }

    @Test
    void theErpsReceiptPutsGoodsIntoQuarantineOnce() {
        String number = goods.submitted(goods.of(customer, order, 4));
        returns.approve(number);
        var product = view(number).lines().getFirst().product();
        ErpReturnReceived receipt =
                new ErpReturnReceived(
                        number,
                        "RK-1",
                        clock.instant(),
                        "仓库",
                        List.of(new ErpReturnReceived.Line(0, product, "B20261", Quantity.of(3))),
                        "erp-test");

        assertThat(returns.recordErpReceipt(receipt)).isEqualTo(new ActOutcome.Recorded());
        assertThat(returns.recordErpReceipt(receipt)).isEqualTo(new ActOutcome.Recorded());

        assertThat(view(number).lines().getFirst().received()).isEqualTo(Quantity.of(3));
        assertThat(events.stream(ReturnReceived.class))
                .containsOnlyOnce(new ReturnReceived(number));
        goods.inspect(number, toStock(3));
        assertThat(left()).isEqualTo(Quantity.of(7));
    }

    @Test
    void anExchangeIsALinkedOrderOfTheAcceptedGoods() {
        String number = goods.settled(goods.of(customer, order, ReturnWish.EXCHANGE, 4));

        String exchange = returns.placeExchange(number).orElseThrow();

        assertThat(returns.placeExchange(number)).contains(exchange);
        assertThat(view(number).exchangeOrder()).isEqualTo(exchange);
        assertThat(orders.order(exchange).orElseThrow().lines().getFirst().quantity())
                .isEqualTo(Quantity.of(4));
    }

    @Test
    void whatCannotBeOrderedInExchangeIsToldToTheBuyerAndTheDesk() {
        String number = goods.settled(goods.of(customer, order, ReturnWish.EXCHANGE, 4));
        trade.restock(firstProduct(), 0);

        assertThat(returns.placeExchange(number)).isEmpty();
        assertThat(returns.placeExchange(number)).isEmpty();

        assertThat(notices("exchange-refused", "company:" + customer.value())).isEqualTo(1);
        assertThat(notices("exchange-refused-desk", "group:SALES")).isPositive();
    }

    private ProductId firstProduct() {
        return orders.order(order).orElseThrow().lines().getFirst().product();
    }

    private long notices(String template, String audience) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE template = ? AND audience = ?")
                .param(template)
                .param(audience)
                .query(Long.class)
                .single();
    }

    private ActOutcome inspectAs(String number, Actor by) {
        return returns.inspect(
                new InspectReturn(
                        number, List.of(new InspectReturn.Line("B20261", toStock(2), "")), by));
    }

    private List<ReturnSettled> settled(String number) {
        return events.stream(ReturnSettled.class).filter(it -> it.number().equals(number)).toList();
    }

    private static ActOutcome notYou(String why) {
        return new ActOutcome.NotYou("return." + why);
    }

    private static String refusal(ActOutcome outcome) {
        return outcome instanceof ActOutcome.Refused refused
                ? refused.problems().getFirst().problem()
                : outcome.toString();
    }
}
