package io.mallhub.routes.customer;

import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.routes.customer.CustomerPush.Request;
import io.mallhub.routes.outbound.RouteCall;
import io.mallhub.shared.CustomerId;
import org.springframework.stereotype.Component;

/** The mall core's way out, and that of an order whose customer its ERP does not have yet. */
@Component
public class CustomersOut implements ErpCustomers {
    private final RouteCall call;
    private final ErpConnections connections;
    private final CustomerLinking linking;

    CustomersOut(RouteCall call, ErpConnections connections, CustomerLinking linking) {
        this.call = call;
        this.connections = connections;
        this.linking = linking;
    }

    @Override
    public Outcome push(CustomerId customer) {
        return connections
                .taking(Entity.CUSTOMER)
                .map(connection -> push(customer, connection))
                .orElseGet(() -> keep(customer));
    }

    private Outcome keep(CustomerId customer) {
        return linking.adopt(customer)
                .<Outcome>map(code -> new Outcome.Linked(code, true))
                .orElseGet(() -> new Outcome.NotWanted("Customers go out over no connection"));
    }

    /** To the connection that takes the order, where customers go out over it. */
    public Outcome push(CustomerId customer, String connection) {
        return call.ask(CustomerOutRoute.START, new Request(customer, connection), Outcome.class);
    }
}
