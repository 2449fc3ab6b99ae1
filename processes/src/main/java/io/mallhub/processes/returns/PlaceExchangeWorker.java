package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.Returns;
import org.springframework.stereotype.Component;

/** Places the linked order of an exchange; a refused one is a matter of the order desk. */
@Component
class PlaceExchangeWorker implements Worker<PlaceExchangeWorker.In> {
    private final Returns returns;

    PlaceExchangeWorker(Returns returns) {
        this.returns = returns;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.PLACE_EXCHANGE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        returns.placeExchange(in.returnNumber());
        return Outcome.complete();
    }
}
