package io.mallhub.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.OrderState;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.payment.PaymentState;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestNotices;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.processes.fixture.TestPayments;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The part of {@code order-approval} that awaits an online payment, on the real broker. */
class OnlinePaymentProcessTest extends ProcessTest {
    private static final Duration OVER = Duration.ofHours(25);

    @Autowired private TestPayments payments;
    @Autowired private TestNotices notices;

    private final String number = newNumber("SO");

    @BeforeEach
    void toBePaidOnline() {
        payments.online(number);
    }

    @Test
    void anOrderGoesToTheErpOnlyOnceItIsPaid() {
        mall.submit(number);
        awaitElement(number, "await-payment");
        assertThat(erp.commits).doesNotContain(number);

        payments.pays(number);

        awaitElement(number, "await-acceptance");
        assertThat(erp.commits).contains(number);
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void anOrderThatWasPaidBeforeItIsAwaitedWaitsForNothing() {
        payments.paysUnheard(number);

        mall.submit(number);

        awaitElement(number, "await-acceptance");
    }

    @Test
    void theBuyerIsRemindedAndTheOrderWaitsOn() {
        mall.submit(number);
        awaitElement(number, "await-payment");

        timePasses(
                Duration.ofHours(21),
                () ->
                        eventually(
                                () ->
                                        assertThat(notices.about(number))
                                                .containsExactly("online-reminder/" + number)));

        awaitElement(number, "await-payment");
        payments.pays(number);
        awaitElement(number, "await-acceptance");
    }

    @Test
    void anOrderThatIsNotPaidInTimeIsClosedAtTheProviderAndCancelled() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");

        timePasses(OVER, () -> awaitState(number, State.COMPLETED));

        assertPassed(number, "order-unpaid");
        assertThat(payments.state(number)).isEqualTo(PaymentState.CLOSED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(order.endReason).isEqualTo("payment.expired");
        assertThat(erp.commits).doesNotContain(number);
    }

    @Test
    void whoPaysInTheLastMomentWithoutANoticeHasPaid() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        payments.paysUnheard(number);

        timePasses(OVER, () -> awaitElement(number, "await-acceptance"));

        assertPassed(number, "paid-in-time");
        assertThat(order.state).isEqualTo(OrderState.SENT);
    }

    @Test
    void aProviderThatDoesNotSayNeitherCancelsNorSendsTheOrder() {
        CloseOutcome unclear = new CloseOutcome.Unclear("timeout");
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        payments.closingSays(unclear, unclear, unclear, new CloseOutcome.Paid());

        timePasses(OVER, () -> awaitElement(number, "await-acceptance"));

        assertThat(order.state).isEqualTo(OrderState.SENT);
    }

    @Test
    void aNoticeThatComesWhileItIsClosedChangesNothingAnyMore() {
        mall.submit(number);
        awaitElement(number, "await-payment");
        payments.closingSays(new CloseOutcome.Unclear("timeout"));

        timePasses(
                OVER,
                () -> {
                    payments.pays(number);
                    awaitElement(number, "await-acceptance");
                });

        assertThat(instances.about(number)).hasSize(1);
        assertThat(erp.pushes.get(number)).hasValue(1);
    }

    @Test
    void aBuyerWhoCancelsBeforePayingIsNotAskedForMoneyAnyMore() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        payments.closingSays(new CloseOutcome.Unclear("timeout"));

        mall.requestCancel(number);

        eventually(() -> assertThat(order.state).isEqualTo(OrderState.CANCELLED));
        awaitState(number, State.COMPLETED);
        assertThat(payments.state(number)).isEqualTo(PaymentState.CLOSED);
        assertThat(erp.commits).doesNotContain(number);
    }

    @Test
    void aBuyerWhoCancelsAfterPayingIsCancelledAllTheSame() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-payment");
        payments.pays(number);
        awaitElement(number, "await-acceptance");

        mall.requestCancel(number);

        eventually(() -> assertThat(order.state).isEqualTo(OrderState.CANCELLED));
        assertThat(payments.state(number)).isEqualTo(PaymentState.PAID);
    }
}
