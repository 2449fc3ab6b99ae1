package io.mallhub.routes.customer;

import io.mallhub.binding.Backlog;
import io.mallhub.binding.Backlog.Place;
import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.Customers;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.inbound.InboundFlows;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code erp-customer-backlog}: active customers that no ERP has, since they were approved while
 * customers did not go out.
 */
@Component
class CustomerBacklogRoute extends RouteBuilder {
    private static final String ID = "erp-customer-backlog";
    static final String START = "direct:" + ID;
    private static final int LOOKED_AT = 200;

    /** Few: each is a call to the ERP, and the place is held for two minutes. */
    private static final int SENT_AT_ONCE = 10;

    private final Backlog backlog;
    private final Customers customers;
    private final CustomersOut out;
    private final CustomerShelf shelf;
    private final Bindings bindings;
    private final ErpConnections connections;
    private final InboundFlows.Settings settings;

    CustomerBacklogRoute(
            Backlog backlog,
            Customers customers,
            CustomersOut out,
            CustomerShelf shelf,
            Bindings bindings,
            ErpConnections connections,
            InboundFlows.Settings settings) {
        this.backlog = backlog;
        this.customers = customers;
        this.out = out;
        this.shelf = shelf;
        this.bindings = bindings;
        this.connections = connections;
        this.settings = settings;
    }

    /** Approved when customers did not go out, opened when they did. */
    @EventListener
    void on(CustomerActivated event) {
        String id = event.customer().toString();
        connections
                .taking(Entity.CUSTOMER)
                .filter(it -> bindings.byMallId(it, Entity.CUSTOMER, id).isEmpty())
                .ifPresent(it -> backlog.request(it, Flow.CUSTOMER_OUT));
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:" + ID + "?period=" + settings.tick().toMillis())
                .routeId(ID + "-trigger")
                .autoStartup(settings.autoStart())
                .setBody(exchange -> backlog.take(Flow.CUSTOMER_OUT).stream().toList())
                .split(body())
                .to(START)
                .end();

        from(START).routeId(ID).process(this::goOn);
        // @formatter:on
    }

    private void goOn(Exchange exchange) {
        Place place = Objects.requireNonNull(exchange.getMessage().getBody(Place.class));
        String after = place.after();
        int sent = 0;
        while (true) {
            List<Customers.Active> page = customers.active(after, LOOKED_AT);
            if (page.isEmpty()) {
                backlog.finish(place);
                return;
            }
            Set<String> bound = bound(place, page);
            for (Customers.Active customer : page) {
                if (!bound.contains(customer.id().toString())) {
                    if (sent++ == SENT_AT_ONCE) {
                        backlog.moveOn(place, after);
                        return;
                    }
                    if (!send(place, customer, after)) {
                        return;
                    }
                }
                after = customer.number();
            }
        }
    }

    private Set<String> bound(Place place, List<Customers.Active> page) {
        return bindings.byMallIds(
                        place.connection(),
                        Entity.CUSTOMER,
                        page.stream().map(it -> it.id().toString()).toList())
                .keySet();
    }

    /** False when the ERP is not to be had. Its no is noted by the push, for people. */
    private boolean send(Place place, Customers.Active customer, String after) {
        switch (out.push(customer.id(), place.connection())) {
            case Outcome.Linked _, Outcome.Refused _ -> {
                return true;
            }
            case Outcome.Waiting waiting -> {
                if (shelf.isFetching(place.connection())) {
                    return true;
                }
                backlog.pause(place, after, false, waiting.detail()); // for the hours of its flow
                return false;
            }
            case Outcome.Unknown unknown -> {
                backlog.pause(place, customer.number(), true, unknown.detail());
                return false;
            }
            case Outcome.Unavailable away -> {
                backlog.pause(place, after, false, away.detail());
                return false;
            }
            case Outcome.NotWanted _ -> {
                backlog.finish(place); // switched off meanwhile
                return false;
            }
        }
    }
}
