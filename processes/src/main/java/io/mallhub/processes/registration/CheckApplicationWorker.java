package io.mallhub.processes.registration;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.JobType;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.Registrations;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.outbox.InstanceClaims;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Claims the application for this instance, checks it, and gathers the facts for its risk. */
@Component
class CheckApplicationWorker implements Worker<CheckApplicationWorker.In> {
    private final Registrations registrations;
    private final InstanceClaims claims;

    CheckApplicationWorker(Registrations registrations, InstanceClaims claims) {
        this.registrations = registrations;
        this.claims = claims;
    }

    record In(String applicationNumber) {}

    @Override
    public JobType type() {
        return CustomerRegistration.CHECK;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        String number = in.applicationNumber();
        if (!claims.claim(CustomerRegistration.ID, number, once.processInstance())) {
            return Outcome.bpmnError(CommonTasks.DUPLICATE_INSTANCE, number);
        }
        registrations.runChecks(number);
        ApplicationView application = registrations.application(number).orElseThrow();
        return Outcome.complete(
                Map.of(
                        "facts",
                        facts(registrations.riskFacts(number)),
                        "round",
                        application.round(),
                        CommonTasks.CUSTOMER_NAME,
                        application.company().name()));
    }

    private static Map<String, Object> facts(Registrations.RiskFacts facts) {
        return Map.of(
                "customerType", facts.customerType(),
                "failed", facts.failed(),
                "warnings", facts.warnings(),
                "duplicate", facts.duplicate(),
                "controlledScope", facts.controlledScope());
    }
}
