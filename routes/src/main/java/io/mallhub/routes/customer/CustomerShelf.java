package io.mallhub.routes.customer;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Known;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Change;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.routes.state.Wanted;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Customers that an ERP fetches: those it does not have yet, then those the mall has changed. */
@Component
class CustomerShelf extends Shelf<Pickups.Customer> {
    private final Customers customers;
    private final Bindings bindings;
    private final CustomerLinking linking;
    private final CustomerOutbound outbound;
    private final MallChanges changes;
    private final Wanted wanted;

    CustomerShelf(
            Customers customers,
            Bindings bindings,
            CustomerLinking linking,
            CustomerOutbound outbound,
            MallChanges changes,
            Wanted wanted,
            Tools tools,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        super(Entity.CUSTOMER, tools, lease);
        this.customers = customers;
        this.bindings = bindings;
        this.linking = linking;
        this.outbound = outbound;
        this.changes = changes;
        this.wanted = wanted;
    }

    @Override
    protected Optional<String> mallId(String reference) {
        return customers.byNumber(reference).map(it -> it.id().toString());
    }

    @Override
    protected String reference(String mallId) {
        return customers.customer(CustomerId.of(mallId)).orElseThrow().number();
    }

    /** What the ERP has brought itself it may confirm changes of. */
    @Override
    protected boolean wasHandedOut(String connection, String mallId) {
        return super.wasHandedOut(connection, mallId)
                || bindings.byMallId(connection, Entity.CUSTOMER, mallId).isPresent();
    }

    @Override
    public Fetched<Pickups.Customer> fetch(String connection, int most) {
        Fetched<Pickups.Customer> fresh = super.fetch(connection, most);
        int room = most - fresh.parcels().size();
        if (room == 0) {
            return fresh;
        }
        List<Pickups.Customer> all = new ArrayList<>(fresh.parcels());
        List<Change> taken = changes.take(connection, Flow.CUSTOMER_CHANGE_OUT, room);
        taken.forEach(change -> changed(change).ifPresent(all::add));
        return new Fetched<>(all, fresh.until(), fresh.more() || taken.size() == room);
    }

    @Override
    protected Optional<Pickups.Customer> handOut(Attempt attempt) {
        String id = attempt.mallId();
        if (bindings.byMallId(attempt.connection(), Entity.CUSTOMER, id).isPresent()) {
            outgoing().leave(attempt, "");
            outgoing().seen(Entity.CUSTOMER, id); // the ERP has brought it meanwhile
            return Optional.empty();
        }
        CustomerView customer = customers.customer(CustomerId.of(id)).orElseThrow();
        outgoing().sending(attempt);
        return Optional.of(
                new Pickups.Customer(
                        CustomerMapper.toErp(customer),
                        version(CustomerMapper.shared(customer.company())),
                        attempt.inDoubt()));
    }

    private Optional<Pickups.Customer> changed(Change change) {
        Link link =
                bindings.byMallId(change.connection(), Entity.CUSTOMER, change.mallId())
                        .orElseThrow();
        CustomerView customer = customers.customer(CustomerId.of(change.mallId())).orElseThrow();
        Map<Field, String> fields = fields(change.connection(), link, customer);
        if (link.known() != null && fields.equals(link.known().fields())) {
            changes.inStep(change);
            return Optional.empty();
        }
        if (!changes.sending(change, version(fields))) {
            return Optional.empty();
        }
        return Optional.of(
                new Pickups.Customer(
                        CustomerMapper.with(CustomerMapper.toErp(customer), fields)
                                .withCode(link.erpId()),
                        version(fields),
                        !change.doubts().isEmpty()));
    }

    private Map<Field, String> fields(
            String connection, @Nullable Link link, CustomerView customer) {
        Known known = link == null ? null : link.known();
        return wanted.of(
                outbound,
                connection,
                customer.id().toString(),
                known == null ? Map.of() : known.fields(),
                CustomerMapper.shared(customer.company()));
    }

    private static String version(Map<Field, String> fields) {
        return Snapshot.digest(fields);
    }

    @Override
    protected Confirmation confirmed(String connection, String mallId, There there) {
        CustomerId id = CustomerId.of(mallId);
        String code = there.erpNumber();
        Optional<Link> before = bindings.byMallId(connection, Entity.CUSTOMER, mallId);
        if (before.isPresent() && !before.get().erpId().equals(code)) {
            return new Confirmation.OtherNumber(before.get().erpId());
        }
        boolean news = linking.confirmed(id, connection, code);
        changes.lock(connection, Entity.CUSTOMER, mallId); // an edit on its way is waited for
        CustomerView customer = customers.customer(id).orElseThrow();
        Map<Field, String> now = fields(connection, before.orElse(null), customer);
        if (version(now).equals(there.version())) {
            noted(connection, customer, code, now);
        } else if (news) {
            changes.mark(connection, Entity.CUSTOMER, List.of(mallId));
        }
        return new Confirmation.Confirmed(true);
    }

    /** What is brought back as it was handed out is no news. */
    private void noted(
            String connection, CustomerView customer, String code, Map<Field, String> fields) {
        String id = customer.id().toString();
        ErpCustomer sheet =
                CustomerMapper.with(CustomerMapper.toErp(customer), fields).withCode(code);
        bindings.link(
                connection,
                Entity.CUSTOMER,
                List.of(
                        new Link(
                                id,
                                code,
                                null,
                                CustomerMapper.snapshot(sheet).digest(),
                                new Known(fields, null, null))));
        changes.confirmed(connection, Entity.CUSTOMER, id, version(fields));
    }
}
