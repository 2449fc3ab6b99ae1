package io.mallhub.processes.returns;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claims the return for this instance and gathers the facts for the eligibility decision. */
@Component
class AssessReturnWorker implements Worker<AssessReturnWorker.In> {
    private final Returns returns;
    private final InstanceClaims claims;

    AssessReturnWorker(Returns returns, InstanceClaims claims) {
        this.returns = returns;
        this.claims = claims;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.ASSESS;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        if (!claims.claim(SalesReturn.ID, in.returnNumber(), once.processInstance())) {
            return Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, in.returnNumber());
        }
        ReturnView view = returns.find(in.returnNumber()).orElseThrow();
        return Outcome.complete(
                Map.of(
                        "facts",
                        facts(returns.facts(in.returnNumber())),
                        "wish",
                        view.wish().name(),
                        CommonTasks.CUSTOMER_NAME,
                        view.customerName()));
    }

    private static Map<String, Object> facts(Returns.EligibilityFacts facts) {
        return Map.of(
                "days", facts.days(),
                "coldChain", facts.coldChain(),
                "temperatureProven", facts.temperatureProven(),
                "reason", facts.reason().name(),
                "amount", facts.amount().amount());
    }
}
