package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.ErpReturns;
import io.mallhub.returns.ErpReturns.CreateOutcome;
import io.mallhub.returns.Returns;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Approves the return and brings it into the ERP, once. Two activations of one job are harmless:
 * the port sends under a lease and asks the ERP before it sends again.
 */
@Component
class CreateErpReturnWorker implements Worker<CreateErpReturnWorker.In> {
    /** How long after an ERP has fetched and confirmed a return the process may learn of it. */
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(10);

    private final Returns returns;
    private final ObjectProvider<ErpReturns> erp;
    private final Duration lease;

    CreateErpReturnWorker(
            Returns returns,
            ObjectProvider<ErpReturns> erp,
            @Value(SendingLease.OF_RETURNS) Duration lease) {
        this.returns = returns;
        this.erp = erp;
        this.lease = lease;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.CREATE_ERP_RETURN;
    }

    /** As long as one attempt may send before another may take over. */
    @Override
    public Duration timeout() {
        return lease;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.approve(in.returnNumber());
        ErpReturns port = erp.getIfAvailable();
        return port == null
                ? Outcome.tryLater("没有可用的 ERP 退货接口")
                : outcome(port.create(in.returnNumber()));
    }

    private static Outcome outcome(CreateOutcome outcome) {
        return switch (outcome) {
            case CreateOutcome.Acknowledged sent -> Outcome.complete("erpNumber", sent.erpNumber());
            case CreateOutcome.Refused refused ->
                    Outcome.bpmnError(
                            SalesReturn.ERP_REFUSED,
                            refused.erpWords(),
                            Map.of(SalesReturn.ERP_WORDS, refused.erpWords()));
            case CreateOutcome.Unknown unknown when unknown.parked() ->
                    Outcome.bpmnError(
                            SalesReturn.OUTCOME_UNKNOWN,
                            unknown.detail(),
                            Map.of(SalesReturn.ERP_WORDS, unknown.detail()));
            case CreateOutcome.Unknown unknown ->
                    Outcome.tryLater(
                            IncidentMessage.of(
                                    Kind.ERP_AWAY, "ERP 是否已收到退货单尚未查明：" + unknown.detail()));
            case CreateOutcome.Waiting waiting ->
                    Outcome.lookAgain(waiting.detail(), FETCHED_WITHIN);
            case CreateOutcome.Unavailable away ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
        };
    }
}
