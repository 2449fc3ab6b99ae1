package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Payouts;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the payout back; its lines go to a later statement. */
@Component
class WithdrawPayoutWorker implements Worker<WithdrawPayoutWorker.In> {
    private final Payouts payouts;

    WithdrawPayoutWorker(Payouts payouts) {
        this.payouts = payouts;
    }

    record In(String statementNumber, @Nullable String reason) {}

    @Override
    public JobType type() {
        return CommissionStatement.WITHDRAW;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        String reason = in.reason() == null ? "" : in.reason();
        payouts.withdraw(in.statementNumber(), reason, Actor.system(CommissionStatement.ID));
        return Outcome.complete();
    }
}
