package io.mallhub.processes.registration;

import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.JobType;
import io.mallhub.customer.Registrations;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.Actor;
import org.springframework.stereotype.Component;

/** Opens the customer for ordering. */
@Component
class ActivateCustomerWorker implements Worker<ActivateCustomerWorker.In> {
    private final Registrations registrations;

    ActivateCustomerWorker(Registrations registrations) {
        this.registrations = registrations;
    }

    record In(String applicationNumber) {}

    @Override
    public JobType type() {
        return CustomerRegistration.ACTIVATE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        registrations.activate(in.applicationNumber(), Actor.system(CustomerRegistration.ID));
        return Outcome.complete();
    }
}
