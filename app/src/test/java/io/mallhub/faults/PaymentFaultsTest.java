package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are paid online while the provider goes wrong: hub, broker, ERP and sandbox real. */
class PaymentFaultsTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ApiBuyer BUYER = new ApiBuyer("pharmacy", "mallhub-demo");

    private PayingBuyer payer;

    @BeforeEach
    void aPayer() {
        payer = new PayingBuyer(mall());
    }

    @AfterEach
    void noFaultsAndEveryCentProven() {
        for (String fault :
                List.of(
                        "NOTICE_LOST",
                        "NOTICE_TWICE",
                        "WRONG_AMOUNT",
                        "WRONG_SIGNATURE",
                        "SLOW",
                        "ANSWER_DROPPED",
                        "REFUND_REFUSED")) {
            payer.fault(fault, 0);
        }
        assertThat(hub.unprovenPayments()).isZero();
    }

    @Test
    void anOrderGoesToTheErpOnceItIsPaidAndOnlyThen() {
        String order = toBePaid();
        assertThat(hub.stateOfOrder(order)).isEqualTo("APPROVED");

        payer.pays(order);

        awaitAccepted(order);
        assertThat(hub.isStillOwed(order)).isFalse();
    }

    @Test
    void aNoticeThatIsLostTwiceWrongOrForgedBooksTheMoneyOnceAllTheSame() {
        String lost = toBePaid();
        payer.fault("NOTICE_LOST", 1);
        payer.pays(lost); // who never comes back is asked about after a minute
        String twice = toBePaid();
        payer.fault("NOTICE_TWICE", 1);
        payer.pays(twice);
        String wrong = toBePaid();
        payer.fault("WRONG_AMOUNT", 1);
        payer.returns(payer.pays(wrong));
        String forged = toBePaid();
        payer.fault("WRONG_SIGNATURE", 1);
        payer.returns(payer.pays(forged));

        for (String order : List.of(twice, wrong, forged, lost)) {
            awaitAccepted(order);
            assertThat(hub.received(order)).as(order).isEqualByComparingTo(hub.total(order));
        }
        await().atMost(PATIENCE).until(() -> hub.oddNotices(wrong) == 1);
        assertThat(hub.oddNotices(forged)).isZero();
    }

    @Test
    void aPaidOrderThatIsCancelledIsPaidBackOnceThoughTheAnswerIsDropped() {
        String order = toBePaid();
        payer.pays(order);
        awaitAccepted(order);
        payer.fault("ANSWER_DROPPED", 1);

        BUYER.cancel(mall().storefront(), order);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(hub.refunded(order))
                                        .isEqualByComparingTo(hub.total(order)));
        assertThat(hub.stateOfOrder(order)).isEqualTo("CANCELLED");
        assertThat(payer.paidBack(hub.paymentOf(order))).isEqualByComparingTo(hub.total(order));
    }

    @Test
    void anOrderThatIsCancelledUnpaidCanNotBePaidAnyMore() {
        String order = toBePaid();
        payer.looks(order);

        BUYER.cancel(mall().storefront(), order);

        await().atMost(PATIENCE).until(() -> hub.stateOfOrder(order).equals("CANCELLED"));
        assertThat(payer.trade(hub.paymentOf(order)).path("status").asString())
                .isEqualTo("TRADE_CLOSED");
        assertThat(hub.received(order)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void aRefusedRefundWaitsForFinance() {
        String order = toBePaid();
        payer.pays(order);
        awaitAccepted(order);
        payer.fault("REFUND_REFUSED", 1);

        BUYER.cancel(mall().storefront(), order);
        await().atMost(PATIENCE).until(() -> hub.stateOfOrder(order).equals("CANCELLED"));

        await().atMost(PATIENCE)
                .until(() -> hub.openTasks(hub.refundsOf(order), "refund-refused").size() == 1);
        assertThat(hub.refunded(order)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static String toBePaid() {
        ApiBuyer.Answer placed =
                await().atMost(PATIENCE)
                        .until(
                                () ->
                                        BUYER.orderOnline(
                                                mall().storefront(),
                                                UUID.randomUUID().toString(),
                                                shop().products().getFirst()),
                                it -> it.isPresent() && it.get().isPlaced())
                        .orElseThrow();
        String order = placed.number();
        await().atMost(PATIENCE).until(() -> hub.stateOfOrder(order).equals("APPROVED"));
        return order;
    }

    private static void awaitAccepted(String order) {
        await().atMost(PATIENCE).until(() -> hub.stateOfOrder(order).equals("ACCEPTED"));
    }
}
