package io.mallhub.processes.payment;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.OnlineRefunds.SendOutcome;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends a refund until the money is back. Two activations at once are harmless: one number. */
@Component
class SendRefundWorker implements Worker<SendRefundWorker.In> {
    private final OnlineRefunds refunds;
    private final InstanceClaims claims;

    SendRefundWorker(OnlineRefunds refunds, InstanceClaims claims) {
        this.refunds = refunds;
        this.claims = claims;
    }

    record In(String refundNumber) {}

    @Override
    public JobType type() {
        return OnlineRefund.SEND;
    }

    /** Longer than a look-up and a sending may last. */
    @Override
    public Duration timeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        if (!claims.claim(OnlineRefund.ID, in.refundNumber(), once.processInstance())) {
            return Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.refundNumber());
        }
        return switch (refunds.send(in.refundNumber())) {
            case SendOutcome.Done _ -> Outcome.complete();
            case SendOutcome.Refused refused ->
                    Outcome.bpmnError(
                            OnlineRefund.REFUND_REFUSED,
                            refused.words(),
                            Map.of(OnlineRefund.PROVIDER_WORDS, refused.words()));
            case SendOutcome.Unclear unclear ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.PROVIDER_AWAY, "退款结果尚未查明：" + unclear.words()));
        };
    }
}
