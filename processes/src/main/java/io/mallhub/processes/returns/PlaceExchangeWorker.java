package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Places the linked order of an exchange. The return ends all the same when that order is refused,
 * the money is back; the order desk is told, for the customer waits for goods.
 */
@Component
class PlaceExchangeWorker implements Worker<PlaceExchangeWorker.In> {
    private static final String REFUSED = "exchange-refused";

    private final Returns returns;
    private final Notifications notifications;

    PlaceExchangeWorker(Returns returns, Notifications notifications) {
        this.returns = returns;
        this.notifications = notifications;
    }

    record In(String returnNumber) {}

    @Override
    public JobType type() {
        return SalesReturn.PLACE_EXCHANGE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        if (returns.placeExchange(in.returnNumber()).isEmpty()) {
            tellTheDesk(returns.find(in.returnNumber()).orElseThrow());
        }
        return Outcome.complete();
    }

    private void tellTheDesk(ReturnView view) {
        notifications.send(
                new Notify(
                        REFUSED + "/" + view.number(),
                        new Recipient.StaffGroup(Role.SALES),
                        REFUSED,
                        Map.of(
                                "number",
                                view.number(),
                                "order",
                                view.orderNumber(),
                                "customer",
                                view.customerName()),
                        "/console/returns/" + view.number()));
    }
}
