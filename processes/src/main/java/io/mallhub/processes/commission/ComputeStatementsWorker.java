package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionPayout;
import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.commission.Statements;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Claims the month for this instance, whoever started it, and makes its statements. Started by the
 * timer, the month is the one that has just ended.
 */
@Component
class ComputeStatementsWorker implements Worker<ComputeStatementsWorker.In> {
    private final Statements statements;
    private final InstanceClaims claims;
    private final ProcessSettings settings;
    private final Clock clock;

    ComputeStatementsWorker(
            Statements statements, InstanceClaims claims, ProcessSettings settings, Clock clock) {
        this.statements = statements;
        this.claims = claims;
        this.settings = settings;
        this.clock = clock;
    }

    record In(@Nullable String payoutMonth) {}

    @Override
    public JobType type() {
        return CommissionPayout.COMPUTE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        String asked = in.payoutMonth();
        YearMonth month =
                asked == null
                        ? YearMonth.from(MallTime.today(clock)).minusMonths(1)
                        : YearMonth.parse(asked);
        if (!claims.claim(CommissionPayout.ID, month.toString(), once.processInstance())) {
            return Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, month.toString());
        }
        return Outcome.complete(
                Map.of(
                        CommissionPayout.MONTH,
                        month.toString(),
                        CommissionPayout.STATEMENTS,
                        statements.compute(month, Actor.system(CommissionPayout.ID)),
                        CommonTasks.TIMING,
                        settings.commission().timing()));
    }
}
