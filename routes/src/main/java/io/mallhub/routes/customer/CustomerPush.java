package io.mallhub.routes.customer;

import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.outbound.AskSendAsk;
import io.mallhub.shared.CustomerId;

/** A push on its way through the route. */
sealed interface CustomerPush {
    /**
     * @param id whom it is about
     */
    record Request(CustomerId id, String connection) {}

    /**
     * @param ask the ERP may have the customer: look before anything is created
     */
    record Open(CustomerId id, Attempt attempt, ErpCustomer customer, boolean ask)
            implements CustomerPush, AskSendAsk.Open {
        Open with(Attempt changed, boolean askNow) {
            return new Open(id, changed, customer, askNow);
        }
    }

    record Done(Outcome outcome) implements CustomerPush {}
}
