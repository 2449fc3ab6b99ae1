package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.order.Orders.Sending;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderSendingTest extends OrderTest {
    @Test
    void nothingIsSentBeforeApproval() {
        String number = trade.aPlacedOrder(customer);

        assertThatThrownBy(() -> orders.startSending(number))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoActivationsOfOnePushNeverSendAtTheSameTime() {
        String number = trade.anApprovedOrder(customer);

        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(false));
        assertThat(orders.startSending(number)).isInstanceOf(Sending.InFlight.class);
        assertThat(erpState(number)).isEqualTo(ErpState.SENDING);

        clock.advance(Duration.ofMinutes(2));
        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(true));
    }

    @Test
    void noLeaseIsGrantedForGoodsWhoseLicenceHasLapsed() {
        String number = trade.anApprovedOrder(customer);
        clock.set("2029-01-01T00:00:00");

        assertThat(orders.startSending(number))
                .isInstanceOfSatisfying(
                        Sending.Stopped.class,
                        stopped ->
                                assertThat(stopped.problems())
                                        .extracting(SubmitOutcome.LineProblem::line)
                                        .containsExactly(0));

        assertThat(erpState(number)).isEqualTo(ErpState.NOT_SENT);
        assertThat(timeline(number)).contains("order.licence-stopped");
    }

    @Test
    void afterAnUnknownOutcomeTheErpIsAskedFirst() {
        String number = trade.anApprovedOrder(customer);
        orders.startSending(number);

        orders.recordOutcomeUnknown(number, "read timed out");

        assertThat(erpState(number)).isEqualTo(ErpState.OUTCOME_UNKNOWN);
        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(true));
        assertThat(erpState(number)).isEqualTo(ErpState.OUTCOME_UNKNOWN);
        orders.recordNotSent(number, "probe: not there");
        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(false));
    }

    @Test
    void anOrderKnowsOneErpNumberOnly() {
        String number = trade.anApprovedOrder(customer);
        orders.startSending(number);

        orders.recordSent(number, "XS-1", ERP_TIME);
        orders.recordSent(number, "XS-1", ERP_TIME);

        assertThat(state(number)).isEqualTo(OrderState.SENT);
        assertThat(orders.startSending(number)).isEqualTo(new Sending.AlreadySent("XS-1"));
        assertThatThrownBy(() -> orders.recordSent(number, "XS-2", ERP_TIME))
                .isInstanceOf(IllegalStateException.class);
        assertThat(timeline(number)).containsOnlyOnce("order.sent");
    }

    @Test
    void theHoldEndsWhenTheErpsFiguresContainTheOrder() {
        String number = trade.anApprovedOrder(customer);
        ProductId product = firstProduct(number);
        orders.recordSent(number, "XS-1", ERP_TIME);
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(10));

        clock.advance(Duration.ofMinutes(1));
        trade.restock(product, 990);

        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(990));
    }

    @Test
    void theErpsAnswerIsToldOnce() {
        String number = trade.anApprovedOrder(customer);
        orders.recordSent(number, "XS-1", ERP_TIME);

        orders.recordErpAnswer(number, true, "已审核", ERP_TIME);
        orders.recordErpAnswer(number, true, "已审核", ERP_TIME);

        assertThat(state(number)).isEqualTo(OrderState.ACCEPTED);
        assertThat(answers(number))
                .containsExactly(new ErpAnsweredOrder(number, true, "已审核", ERP_TIME));
    }

    @Test
    void anAnswerThatOvertakesTheAcknowledgementIsNotLost() {
        String number = trade.anApprovedOrder(customer);
        orders.startSending(number);

        orders.recordErpAnswer(number, true, "已审核", ERP_TIME);
        orders.recordSent(number, "XS-1", ERP_TIME);

        assertThat(state(number)).isEqualTo(OrderState.ACCEPTED);
        assertThat(erpState(number)).isEqualTo(ErpState.ACCEPTED);
        assertThat(order(number).erpNumber()).isEqualTo("XS-1");
    }

    @Test
    void aRejectedOrderMayBeSentAnewAndAnOldRejectionIsNoNews() {
        String number = trade.anApprovedOrder(customer);
        orders.recordSent(number, "XS-1", ERP_TIME);
        orders.recordErpAnswer(number, false, "价格有误", ERP_TIME);
        assertThat(order(number).erpWords()).isEqualTo("价格有误");

        assertThat(orders.startSending(number)).isEqualTo(new Sending.Granted(false));
        orders.recordErpAnswer(number, false, "价格有误", ERP_TIME);
        assertThat(erpState(number)).isEqualTo(ErpState.SENDING);
        orders.recordSent(number, "XS-2", ERP_TIME.plusSeconds(60));
        orders.recordErpAnswer(number, false, "还是有误", ERP_TIME.plusSeconds(90));

        assertThat(answers(number)).hasSize(2);
        orders.reject(number, "还是有误", DESK);
        assertThat(state(number)).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void anOrderTheErpMayHaveIsVoidedThereBeforeItEndsHere() {
        String number = trade.anAcceptedOrder(customer);
        assertThatThrownBy(() -> orders.cancel(number, "", BUYER))
                .isInstanceOf(IllegalStateException.class);

        orders.recordVoided(number, "作废");
        orders.recordVoided(number, "作废");
        orders.cancel(number, "不要了", BUYER);

        assertThat(state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(erpState(number)).isEqualTo(ErpState.VOIDED);
        assertThat(timeline(number)).containsOnlyOnce("order.voided");
        assertThat(orders.startSending(number))
                .isEqualTo(new Sending.AtAnEnd(OrderState.CANCELLED));
    }

    private List<ErpAnsweredOrder> answers(String number) {
        return events.stream(ErpAnsweredOrder.class)
                .filter(it -> it.number().equals(number))
                .toList();
    }
}
