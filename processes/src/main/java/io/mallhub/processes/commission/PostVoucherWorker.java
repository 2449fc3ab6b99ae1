package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.ErpVouchers;
import io.mallhub.commission.ErpVouchers.PostOutcome;
import io.mallhub.commission.Payouts;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings the voucher into the ERP, once. Two activations of one job are harmless: the port sends
 * under a lease and asks the ERP before it sends again.
 */
@Component
class PostVoucherWorker implements Worker<PostVoucherWorker.In> {
    /** How long after an ERP has fetched and confirmed a voucher the process may learn of it. */
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(10);

    private final Payouts payouts;
    private final ErpVouchers erp;
    private final Duration lease;

    PostVoucherWorker(
            Payouts payouts, ErpVouchers erp, @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.payouts = payouts;
        this.erp = erp;
        this.lease = lease;
    }

    record In(String statementNumber) {}

    @Override
    public JobType type() {
        return CommissionStatement.POST_VOUCHER;
    }

    @Override
    public Duration timeout() {
        return lease;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        payouts.approve(in.statementNumber());
        return switch (erp.post(in.statementNumber())) {
            case PostOutcome.Posted posted -> Outcome.complete("voucherNumber", posted.erpNumber());
            case PostOutcome.Refused refused ->
                    problem(CommissionStatement.ERP_REFUSED, refused.erpWords());
            case PostOutcome.Unknown unknown when unknown.parked() ->
                    problem(CommissionStatement.OUTCOME_UNKNOWN, unknown.detail());
            case PostOutcome.Unknown unknown ->
                    Outcome.tryLater(
                            IncidentMessage.of(
                                    Kind.ERP_AWAY, "ERP 是否已收到凭证尚未查明：" + unknown.detail()));
            case PostOutcome.Waiting waiting -> Outcome.lookAgain(waiting.detail(), FETCHED_WITHIN);
            case PostOutcome.Unavailable away ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
        };
    }

    private static Outcome problem(String code, String words) {
        return Outcome.bpmnError(code, words, Map.of(CommissionStatement.ERP_WORDS, words));
    }
}
