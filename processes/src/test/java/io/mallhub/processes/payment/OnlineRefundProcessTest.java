package io.mallhub.processes.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.payment.OnlineRefunds.SendOutcome;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestRefunds;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code online-refund} on the real broker. */
class OnlineRefundProcessTest extends ProcessTest {
    private static final StaffView FINANCE = staff("finn", Role.FINANCE);
    private static final StaffView SALES = staff("sally", Role.SALES);

    @Autowired private TestRefunds refunds;

    private final String number = newNumber("RF");

    @Test
    void aRefundIsSentAndTheInstanceEnds() {
        refunds.requested(number);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "refunded");
        assertThat(refunds.sendings(number)).isEqualTo(1);
    }

    @Test
    void anUnclearOneIsSentAgainWithoutAnyone() {
        SendOutcome unclear = new SendOutcome.Unclear("no answer");
        refunds.requested(number, unclear, unclear, unclear);

        awaitState(number, State.COMPLETED);
        assertThat(refunds.sendings(number)).isEqualTo(4);
        assertThat(instances.about(number).getFirst().incidents()).isZero();
    }

    @Test
    void aRefusedOneComesToFinanceInTheProvidersWordsAndIsSentAgain() {
        refunds.requested(number, new SendOutcome.Refused("卖家余额不足"));

        TaskView task = openTask(number, "refund-refused");
        assertThat(task.subject()).isEqualTo("康宁大药房");
        assertThat(instances.instance(task.instanceKey()).orElseThrow().variables())
                .anyMatch(v -> v.name().equals("providerWords") && v.json().contains("卖家余额不足"));
        assertThat(tasks.complete(task.key(), Map.of("decision", "retry"), SALES))
                .isEqualTo(new TaskOutcome.Refused("task.not-your-group"));
        decide(number, "refund-refused", "retry", FINANCE);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "refunded");
    }

    @Test
    void aRepeatedStartSendsNothing() {
        refunds.requested(number, new SendOutcome.Refused("卖家余额不足"));
        openTask(number, "refund-refused");

        startAgain("online-refund-requested", number, Map.of("refundNumber", number));

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
        assertThat(refunds.sendings(number)).isEqualTo(1);
    }

    @Test
    void aRefusedOneThatWasPaidBackAnotherWayEnds() {
        refunds.requested(number, new SendOutcome.Refused("交易已超过可退款期限"));

        decide(number, "refund-refused", "settle", FINANCE);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "settled");
        assertThat(refunds.sendings(number)).isEqualTo(1);
    }
}
