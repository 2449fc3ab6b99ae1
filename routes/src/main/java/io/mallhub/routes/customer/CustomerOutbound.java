package io.mallhub.routes.customer;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers the ERP has, on their way out. */
@Component
class CustomerOutbound implements Outbound {
    private final Customers customers;
    private final CustomerInbound inbound;
    private final ErpConnections connections;
    private final TransactionTemplate transaction;

    CustomerOutbound(
            Customers customers,
            CustomerInbound inbound,
            ErpConnections connections,
            TransactionTemplate transaction) {
        this.customers = customers;
        this.inbound = inbound;
        this.connections = connections;
        this.transaction = transaction;
    }

    @Override
    public Flow flow() {
        return Flow.CUSTOMER_CHANGE_OUT;
    }

    @Override
    public boolean possible(ErpClient erp) {
        return erp.changesCustomers();
    }

    @Override
    public Optional<State> mall(String mallId) {
        return Optional.ofNullable(malls(List.of(mallId)).get(mallId));
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
    public Optional<Snapshot> read(ErpClient erp, String code) {
        return erp.customerByCode(code).map(CustomerMapper::snapshot);
    }

    @Override
    public Optional<Snapshot> absorb(String connection, String code) {
        Optional<ErpCustomer> there = connections.client(connection).customerByCode(code);
        there.ifPresent(
                customer ->
                        transaction.executeWithoutResult(
                                status -> inbound.apply(connection, List.of(customer))));
        return there.map(CustomerMapper::snapshot);
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
