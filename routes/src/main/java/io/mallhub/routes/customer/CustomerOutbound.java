package io.mallhub.routes.customer;

import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.customer.Customers;
import io.mallhub.routes.state.Outbound;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.CustomerId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers the ERP has, on their way out. */
@Component
class CustomerOutbound extends Outbound<ErpCustomer> {
    private final Customers customers;
    private final ErpConnections connections;

    CustomerOutbound(
            Customers customers,
            CustomerInbound inbound,
            ErpConnections connections,
            TransactionTemplate transaction) {
        super(inbound, connections, transaction);
        this.customers = customers;
        this.connections = connections;
    }

    @Override
    public Flow flow() {
        return Flow.CUSTOMER_CHANGE_OUT;
    }

    @Override
    public boolean possible(ErpClient erp) {
        return erp.changesCustomers();
    }

    /** There is one at most. */
    @Override
    public boolean isFetched() {
        return connections
                .taking(Entity.CUSTOMER)
                .filter(it -> connections.client(it).callsUs())
                .isPresent();
    }

    @Override
    public Map<String, State> malls(Collection<String> mallIds) {
        return customers.stated(mallIds.stream().map(CustomerId::of).toList()).entrySet().stream()
                .collect(
                        Collectors.toMap(it -> it.getKey().toString(), it -> state(it.getValue())));
    }

    private static State state(Customers.Stated customer) {
        return new State(customer.number(), CustomerMapper.shared(customer.company()));
    }

    @Override
    public Optional<ErpCustomer> find(ErpClient erp, String code) {
        return erp.customerByCode(code);
    }

    @Override
    public Snapshot snapshot(ErpCustomer customer) {
        return CustomerMapper.snapshot(customer);
    }

    @Override
    public boolean isCreatedOnDemand() {
        return true;
    }

    @Override
    public ErpClient.Updated write(ErpClient erp, ErpUpdate change) {
        return erp.updateCustomer(change);
    }

    @Override
    public String plain(Field field, String value) {
        return CustomerMapper.plain(field, value);
    }
}
