package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Customers;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Customers an ERP has; what comes back as the hub had written it goes no further. */
@Component
class CustomerInbound implements Inbound<ErpCustomer> {
    private final Customers customers;
    private final Bindings bindings;

    CustomerInbound(Customers customers, Bindings bindings) {
        this.customers = customers;
        this.bindings = bindings;
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
        Map<String, Link> known =
                bindings.byErpIds(
                        connection,
                        Entity.CUSTOMER,
                        records.stream().map(ErpCustomer::code).toList());
        List<Link> links = new ArrayList<>();
        long applied = 0;
        long echoes = 0;
        for (ErpCustomer record : records) {
            String hash = Canonical.hash(CustomerMapper.content(record));
            Link link = known.get(record.code());
            if (link != null && hash.equals(link.erpHash())) {
                continue;
            }
            if (link != null && link.erpHash() == null && hash.equals(link.sentHash())) {
                echoes++;
                links.add(new Link(link.mallId(), record.code(), hash, null));
                continue;
            }
            CustomerId id =
                    customers.applyFromErp(CustomerMapper.toCommand(connection, record)).id();
            applied++;
            links.add(new Link(id.toString(), record.code(), hash, null));
        }
        // Two ERP customers that are one company to the mall collide here and are told apart in
        // parts.
        if (!links.isEmpty()) {
            bindings.link(connection, Entity.CUSTOMER, links);
        }
        return new Applied(applied, records.size() - applied - echoes, echoes, List.of());
    }
}
