package io.mallhub.routes.customer;

import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.customer.CustomerPush.Done;
import io.mallhub.routes.customer.CustomerPush.Open;
import io.mallhub.routes.customer.CustomerPush.Request;
import io.mallhub.routes.outbound.AskSendAsk;
import java.util.Objects;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * {@code erp-customer-out}: makes sure the ERP has a customer. Looks before it creates, and again
 * at once after an unknown outcome.
 */
@Component
class CustomerOutRoute extends RouteBuilder {
    static final String ID = "erp-customer-out";
    static final String START = "direct:" + ID;

    private final CustomerPushStart start;
    private final CustomerLookup lookup;
    private final CustomerCreation creation;
    private final CustomerNotes notes;

    CustomerOutRoute(
            CustomerPushStart start,
            CustomerLookup lookup,
            CustomerCreation creation,
            CustomerNotes notes) {
        this.start = start;
        this.lookup = lookup;
        this.creation = creation;
        this.notes = notes;
    }

    @Override
    public void configure() {
        var begun = from(START).routeId(ID).transform().body(Request.class, start::begin);
        new AskSendAsk<>(Open.class, lookup::ask, creation::create)
                .after(begun)
                .transform()
                .body(CustomerPush.class, this::outcome);
    }

    private Outcome outcome(CustomerPush push) {
        return switch (Objects.requireNonNull(push)) {
            case Done done -> done.outcome();
            case Open lost ->
                    notes.pending(lost, "It did not arrive; the next push sends it again")
                            .outcome();
        };
    }
}
