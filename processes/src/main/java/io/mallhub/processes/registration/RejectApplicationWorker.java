package io.mallhub.processes.registration;

import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.JobType;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Registrations;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends an application that no person rejected: the supplement never came, or the ERP refuses. */
@Component
class RejectApplicationWorker implements Worker<RejectApplicationWorker.In> {
    private final Registrations registrations;

    RejectApplicationWorker(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * @param reason header of the task: message key
     * @param erpWords what the ERP said, if that was the problem
     */
    record In(String applicationNumber, String reason, @Nullable String erpWords) {}

    @Override
    public JobType type() {
        return CustomerRegistration.REJECT;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        var application = registrations.application(in.applicationNumber()).orElseThrow();
        if (application.state() != ApplicationState.REJECTED) {
            String words = in.erpWords() == null ? "" : in.erpWords();
            registrations.reject(
                    in.applicationNumber(),
                    (in.reason() + " " + words).strip(),
                    false,
                    Actor.system(CustomerRegistration.ID));
        }
        return Outcome.complete();
    }
}
