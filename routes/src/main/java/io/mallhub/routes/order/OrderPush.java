package io.mallhub.routes.order;

import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.routes.outbound.AskSendAsk;

/** A push on its way through the route. */
sealed interface OrderPush {
    /**
     * @param ask the ERP may have the order: ask it before anything is sent
     */
    record Open(Attempt attempt, ErpOrder order, boolean ask)
            implements OrderPush, AskSendAsk.Open {
        String number() {
            return order.reference();
        }

        Open with(Attempt changed, boolean askNow) {
            return new Open(changed, order, askNow);
        }
    }

    record Done(PushOutcome outcome) implements OrderPush {}
}
