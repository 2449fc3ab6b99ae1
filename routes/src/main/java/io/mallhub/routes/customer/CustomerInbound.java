package io.mallhub.routes.customer;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ErpCustomerOutcome;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.routes.state.Recognition;
import io.mallhub.routes.state.Seen;
import io.mallhub.routes.state.Seen.Fate;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Customers an ERP has; what comes back as the hub had written it goes no further. */
@Component
class CustomerInbound implements Inbound<ErpCustomer> {
    private final Customers customers;
    private final Recognition recognition;

    CustomerInbound(Customers customers, Recognition recognition) {
        this.customers = customers;
        this.recognition = recognition;
    }

    @Override
    public Flow flow() {
        return Flow.CUSTOMER_IN;
    }

    @Override
    public Class<ErpCustomer> type() {
        return ErpCustomer.class;
    }

    @Override
    public String key(ErpCustomer record) {
        return record.code();
    }

    @Override
    public ErpPage<ErpCustomer> read(ErpClient erp, Cursor from, int limit) {
        return erp.customers(from, limit);
    }

    /**
     * Every customer is an aggregate that stays managed until the commit and is looked through
     * before each query: the cost of a page grows with the square of its length.
     */
    @Override
    public int mostPerPage() {
        return 200;
    }

    @Override
    public Applied apply(String connection, List<ErpCustomer> records) {
        List<Seen<ErpCustomer>> seen =
                recognition.of(connection, Entity.CUSTOMER, records, CustomerMapper::snapshot);
        Map<String, String> taken = new HashMap<>();
        Map<CustomerId, Snapshot> found = new HashMap<>();
        for (Seen<ErpCustomer> one : seen) {
            if (one.fate() == Fate.NEWS) {
                ErpCustomer record = one.record();
                ErpCustomerOutcome outcome =
                        customers.applyFromErp(
                                CustomerMapper.toCommand(connection, record, one.known()));
                String id = outcome.id().toString();
                taken.put(record.code(), id);
                if (one.link() == null && !(outcome instanceof ErpCustomerOutcome.Created)) {
                    found.put(outcome.id(), one.snapshot());
                }
            }
        }
        // Two ERP customers that are one company to the mall collide here and are told apart in
        // parts.
        recognition.keep(connection, Entity.CUSTOMER, seen, taken, foundOtherwise(found));
        long echoes = seen.stream().filter(one -> one.fate() == Fate.ECHO).count();
        return new Applied(taken.size(), records.size() - taken.size() - echoes, echoes, List.of());
    }

    /** Of the companies that were there before this ERP's were bound: those it writes otherwise. */
    private List<String> foundOtherwise(Map<CustomerId, Snapshot> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return customers.stated(found.keySet()).entrySet().stream()
                .filter(
                        it ->
                                !Objects.requireNonNull(found.get(it.getKey()))
                                        .differing(
                                                CustomerMapper.shared(it.getValue().company()),
                                                CustomerMapper::plain)
                                        .isEmpty())
                .map(it -> it.getKey().toString())
                .toList();
    }
}
