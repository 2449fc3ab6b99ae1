package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company of the mall and the ERP's own record of it, which came in by itself before: the record
 * gives way, and its number is the company's.
 */
@Component
class CustomerLinking {
    private final Customers customers;
    private final Bindings bindings;
    private final Outgoing outgoing;

    CustomerLinking(Customers customers, Bindings bindings, Outgoing outgoing) {
        this.outgoing = outgoing;
        this.customers = customers;
        this.bindings = bindings;
    }

    /**
     * Frees the ERP's number for this company, in the caller's transaction.
     *
     * @throws IllegalStateException when the number is that of another company
     */
    void makeWay(CustomerId id, String connection, String code) {
        Link holder = bindings.byErpIds(connection, Entity.CUSTOMER, List.of(code)).get(code);
        if (holder != null && !holder.mallId().equals(id.toString())) {
            customers.linkErpNumber(id, code, Actor.erp(connection));
            bindings.unlink(connection, Entity.CUSTOMER, holder.mallId());
        }
    }

    /**
     * An ERP that fetches has the customer under this number; in the caller's transaction.
     *
     * @return whether that is news
     * @throws Shelf.TakenCode when the number is another customer's, or this one has another there
     */
    boolean confirmed(CustomerId id, String connection, String code) {
        Optional<Link> known = bindings.byMallId(connection, Entity.CUSTOMER, id.toString());
        if (known.isPresent()) {
            if (!known.get().erpId().equals(code)) {
                throw new Shelf.TakenCode(code);
            }
            return false;
        }
        try {
            makeWay(id, connection, code);
            if (customers.customer(id).orElseThrow().erpNumber() == null) {
                customers.linkErpNumber(id, code, Actor.erp(connection));
            }
        } catch (IllegalStateException e) {
            throw (Shelf.TakenCode) new Shelf.TakenCode(code).initCause(e);
        }
        outgoing.fetched(Entity.CUSTOMER, id.toString(), connection, code);
        return true;
    }

    /**
     * Binds the company wherever the ERP's record of it, by its USCC, is bound.
     *
     * @return the ERP's number; empty when no ERP has brought it
     */
    @Transactional
    public Optional<String> adopt(CustomerId id) {
        CustomerView company = customers.customer(id).orElseThrow();
        return company.erpNumber() == null
                ? customers.cameInAs(id).map(record -> adopt(id, record))
                : Optional.empty();
    }

    private String adopt(CustomerId id, CustomerView record) {
        String code = Objects.requireNonNull(record.erpNumber());
        Map<String, Link> links = bindings.everywhere(Entity.CUSTOMER, record.id().toString());
        customers.linkErpNumber(id, code, Actor.system("erp-customer-in"));
        links.forEach(
                (connection, link) -> {
                    bindings.unlink(connection, Entity.CUSTOMER, link.mallId());
                    bindings.link(
                            connection,
                            Entity.CUSTOMER,
                            List.of(new Link(id.toString(), link.erpId(), null, null)));
                });
        return code;
    }
}
