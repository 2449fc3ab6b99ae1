package io.mallhub.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.OrderState;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestNotices;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.processes.fixture.TestTransfers;
import io.mallhub.receipt.OrderTransfers.TransferState;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The part of {@code order-approval} that awaits a bank transfer, on the real broker. */
class TransferPaymentProcessTest extends ProcessTest {
    private static final Duration OVER = Duration.ofHours(73);

    @Autowired private TestTransfers transfers;
    @Autowired private TestNotices notices;

    private final String number = newNumber("SO");

    @BeforeEach
    void toBePaidByTransfer() {
        transfers.byTransfer(number);
    }

    @Test
    void anOrderGoesToTheErpOnlyOnceFinanceHasConfirmedAllOfIt() {
        mall.submit(number);
        awaitElement(number, "await-payment");
        transfers.confirmedInPart(number);
        assertThat(erp.commits).doesNotContain(number);

        transfers.confirmed(number);

        awaitElement(number, "await-acceptance");
        assertThat(erp.commits).contains(number);
    }

    @Test
    void theBuyerIsRemindedAndTheOrderWaitsOn() {
        mall.submit(number);
        awaitElement(number, "await-payment");

        timePasses(
                Duration.ofHours(37),
                () ->
                        eventually(
                                () ->
                                        assertThat(notices.about(number))
                                                .containsExactly("transfer-reminder/" + number)));

        awaitElement(number, "await-payment");
        transfers.confirmed(number);
        awaitElement(number, "await-acceptance");
    }

    @Test
    void anOrderThatNobodyPaysNorAnnouncesIsCancelled() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");

        timePasses(OVER, () -> awaitState(number, State.COMPLETED));

        assertPassed(number, "order-unpaid");
        assertThat(transfers.state(number)).isEqualTo(TransferState.CLOSED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(order.endReason).isEqualTo("payment.expired");
        assertThat(erp.commits).doesNotContain(number);
    }

    @Test
    void anAnnouncedTransferKeepsTheOrderUntilFinanceHasConfirmedIt() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        transfers.announced(number);

        timePasses(OVER, () -> eventually(() -> assertThat(transfers.looks(number)).isOne()));
        awaitElement(number, "await-payment");
        assertThat(order.state).isNotEqualTo(OrderState.CANCELLED);
        transfers.confirmed(number);

        awaitElement(number, "await-acceptance");
    }

    @Test
    void whatFinanceDeclinesIsLookedAtADayLaterAndTheOrderCancelled() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        transfers.announced(number);
        timePasses(
                OVER,
                () -> {
                    eventually(() -> assertThat(transfers.looks(number)).isOne());
                    awaitElement(number, "await-payment");
                });

        transfers.declined(number);
        timePasses(OVER.plusDays(1), () -> awaitState(number, State.COMPLETED));

        assertPassed(number, "order-unpaid");
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aBuyerWhoMayAnnounceAgainIsWaitedForAsLongAsHeWasTold() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        transfers.declined(number, transfers.expiry(number).plus(Duration.ofHours(6)));
        timePasses(
                OVER,
                () -> {
                    eventually(() -> assertThat(transfers.looks(number)).isOne());
                    awaitElement(number, "await-payment");
                });
        assertThat(order.state).isNotEqualTo(OrderState.CANCELLED);

        timePasses(OVER.plusHours(7), () -> awaitState(number, State.COMPLETED));

        assertPassed(number, "order-unpaid");
        assertThat(transfers.looks(number)).isEqualTo(2);
    }

    @Test
    void aBuyerMayCancelWhileItIsAwaited() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");

        mall.requestCancel(number);

        eventually(() -> assertThat(order.state).isEqualTo(OrderState.CANCELLED));
        awaitState(number, State.COMPLETED);
        assertThat(erp.commits).doesNotContain(number);
    }
}
