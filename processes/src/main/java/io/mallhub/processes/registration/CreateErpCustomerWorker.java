package io.mallhub.processes.registration;

import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.JobType;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.customer.Registrations;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the customer into the ERP, once: the port looks it up before it creates it. */
@Component
class CreateErpCustomerWorker implements Worker<CreateErpCustomerWorker.In> {
    /** From then on an unknown outcome is shown to a person instead of being asked again. */
    private static final int ATTEMPTS_BEFORE_A_PERSON = 8;

    private final Registrations registrations;
    private final ErpCustomers erp;

    CreateErpCustomerWorker(Registrations registrations, ErpCustomers erp) {
        this.registrations = registrations;
        this.erp = erp;
    }

    /**
     * @param notWanted header of the task; null in diagrams from before customers could stay in the
     *     mall
     */
    record In(String applicationNumber, @Nullable String notWanted) {}

    @Override
    public JobType type() {
        return CustomerRegistration.CREATE_ERP_CUSTOMER;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return switch (erp.push(registrations.approvedCustomer(in.applicationNumber()))) {
            case ErpCustomers.Outcome.Linked linked -> done("linked", linked.erpNumber(), "");
            case ErpCustomers.Outcome.NotWanted unwanted ->
                    done(
                            Objects.requireNonNullElse(in.notWanted(), "linked"),
                            "",
                            unwanted.detail());
            case ErpCustomers.Outcome.Refused refused -> done("refused", "", refused.erpWords());
            case ErpCustomers.Outcome.Unknown unknown ->
                    once.attempt() < ATTEMPTS_BEFORE_A_PERSON
                            ? Outcome.tryLater(
                                    IncidentMessage.of(
                                            Kind.ERP_AWAY, "ERP 是否已建档尚未查明：" + unknown.detail()))
                            : done("unknown", "", unknown.detail());
            case ErpCustomers.Outcome.Waiting waiting ->
                    Outcome.awaitErp(waiting.detail(), waiting.lookAgain());
            case ErpCustomers.Outcome.Unavailable away ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
        };
    }

    private static Outcome done(String outcome, String erpNumber, String words) {
        return Outcome.complete(
                Map.of(
                        CustomerRegistration.ERP_OUTCOME,
                        outcome,
                        "erpCustomerNumber",
                        erpNumber,
                        CustomerRegistration.ERP_WORDS,
                        words));
    }
}
