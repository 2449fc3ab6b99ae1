package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartCancellations.Start;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Cancels a part of an order: void in the ERP, then less in the mall. Two activations of one job
 * are harmless: only the one that has the lease speaks to the ERP, and none after the order shrank,
 * when the ERP may have it anew.
 */
@Component
class CancelPartWorker implements Worker<CancelPartWorker.In> {
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    private final PartCancellations parts;
    private final ErpVoid erp;

    CancelPartWorker(PartCancellations parts, ErpVoid erp) {
        this.parts = parts;
        this.erp = erp;
    }

    record In(String orderNumber, long partRequest) {}

    @Override
    public JobType type() {
        return OrderApproval.CANCEL_PART;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        return switch (parts.start(in.partRequest())) {
            case Start.Over _ -> Outcome.complete();
            case Start.InFlight flight ->
                    Outcome.lookAgain(
                            "Another attempt is under way until " + flight.until(), IN_FLIGHT);
            case Start.Granted granted -> voided(in, granted.reason());
        };
    }

    private Outcome voided(In in, String reason) {
        long part = in.partRequest();
        switch (erp.voidInErp(in.orderNumber(), reason)) {
            case VoidOutcome.TooLate late -> parts.tooLate(part, late.erpWords());
            case VoidOutcome.Unavailable away -> {
                parts.leave(part);
                return ErpVoid.tryLater(away);
            }
            case VoidOutcome.Waiting waiting -> {
                parts.leave(part);
                return Outcome.awaitErp(waiting.detail(), waiting.lookAgain());
            }
            case VoidOutcome.Voided _, VoidOutcome.NeverThere _ -> parts.carryOut(part);
        }
        return Outcome.complete();
    }
}
