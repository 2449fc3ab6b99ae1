package io.mallhub.customer.internal;

import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceLost;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CustomerBook implements Customers {
    private static final SortKeys SORTS =
            new SortKeys(
                    "number", Map.of("number", "number", "name", "company.name", "state", "state"));

    private final CustomerRepository customers;
    private final ApplicationRepository applications;
    private final ErpIntake erp;
    private final Conflicts conflicts;
    private final Views views;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerBook(
            CustomerRepository customers,
            ApplicationRepository applications,
            ErpIntake erp,
            Conflicts conflicts,
            Views views,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.applications = applications;
        this.erp = erp;
        this.conflicts = conflicts;
        this.views = views;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerView> customer(CustomerId id) {
        return customers.findById(id.value()).map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, Viewer> viewers(Collection<CustomerId> ids) {
        Map<CustomerId, Viewer> viewers = new HashMap<>();
        for (Customer customer :
                customers.findByIdIn(ids.stream().map(CustomerId::value).distinct().toList())) {
            Company company = customer.company();
            viewers.put(
                    customer.id(),
                    new Viewer(
                            customer.id(),
                            customer.level(),
                            company.type().name(),
                            company.region()));
        }
        return viewers;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, Stated> stated(Collection<CustomerId> ids) {
        Map<CustomerId, Stated> stated = new HashMap<>();
        for (Customer customer :
                customers.findByIdIn(ids.stream().map(CustomerId::value).distinct().toList())) {
            stated.put(customer.id(), new Stated(customer.number(), customer.company()));
        }
        return stated;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Active> active(String after, int most) {
        return customers.active(after, Limit.of(most)).stream()
                .map(it -> new Active(it.id(), it.number()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerView> cameInAs(CustomerId id) {
        return customers.findById(id.value()).flatMap(customers::ofErp).map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> salespersonOf(CustomerId id) {
        return customers.findById(id.value()).map(customer -> customer.company().salesperson());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CustomerView> byNumber(String number) {
        return customers.findByNumber(number).map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> page(
            @Nullable CustomerState state, @Nullable String text, PageRequest page) {
        return views(customers.page(state, SortKeys.anywhere(text), SORTS.pageable(page)), page);
    }

    private Page<CustomerView> views(
            org.springframework.data.domain.Page<Customer> found, PageRequest page) {
        Page<Customer> customers = SortKeys.page(found, page);
        return new Page<>(
                views.of(customers.items()),
                customers.number(),
                customers.size(),
                customers.total());
    }

    /** Of a query that says its order itself. */
    private static Pageable unsorted(PageRequest page) {
        return org.springframework.data.domain.PageRequest.of(page.number(), page.size());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> broughtBy(
            String salesperson, @Nullable String text, PageRequest page) {
        return views(
                customers.broughtBy(
                        salesperson.toLowerCase(Locale.ROOT),
                        SortKeys.anywhere(text),
                        unsorted(page)),
                page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> ofLevel(String level, PageRequest page) {
        return views(customers.ofLevel(level, unsorted(page)), page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> ofType(CustomerType type, PageRequest page) {
        return views(customers.ofType(type, unsorted(page)), page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> ofRegion(String region, PageRequest page) {
        return views(customers.ofRegion(region, unsorted(page)), page);
    }

    @Override
    @Transactional
    public void linkErpNumber(CustomerId id, String erpNumber, Actor by) {
        if (erpNumber.isBlank()) {
            throw new IllegalArgumentException("An ERP number is not empty");
        }
        customers.reserveErpNumber(erpNumber);
        Customer customer = locked(id);
        customers
                .findByErpNumber(erpNumber)
                .filter(holder -> !holder.id().equals(id))
                .ifPresent(holder -> takeOver(holder, customer, by));
        if (customer.linkErpNumber(erpNumber)) {
            trail.of(customer, "link-erp-number", "", by, Map.of("erpNumber", erpNumber));
        }
    }

    /** The ERP's record of this company came in on its own, as an old customer of the ERP. */
    private void takeOver(Customer holder, Customer customer, Actor by) {
        boolean hasApplied =
                applications
                        .findFirstByCustomerOrderByCreatedAtDescNumberDesc(holder.id().value())
                        .isPresent();
        if (hasApplied || customer.erpNumber() != null) {
            throw new IllegalStateException(
                    "%s in the ERP is %s, not %s"
                            .formatted(holder.erpNumber(), holder.number(), customer.number()));
        }
        holder.giveWayTo(customer);
        customers.saveAndFlush(holder); // its number is free before the other takes it
        trail.of(holder, "merge-customer", "", by, Map.of("into", customer.number()));
    }

    @Override
    @Transactional
    public void changeLevel(CustomerId id, String level, Actor by) {
        Customer customer = locked(id);
        String before = customer.level();
        customer.changeLevel(level.strip());
        trail.of(
                customer,
                "change-level",
                "",
                by,
                Map.of("before", before, "after", customer.level()));
    }

    @Override
    @Transactional
    public void lock(CustomerId id, String reason, Actor by) {
        Customer customer = locked(id);
        customer.lock(Words.needed(reason));
        trail.of(customer, "lock-customer", Words.of(reason), by, Map.of());
        events.publishEvent(new LicenceLost(id, "lock/" + clock.instant()));
    }

    @Override
    @Transactional
    public void unlock(CustomerId id, String reason, Actor by) {
        Customer customer = locked(id);
        customer.unlock();
        trail.of(customer, "unlock-customer", Words.needed(reason), by, Map.of());
    }

    @Override
    @Transactional
    public ErpCustomerOutcome applyFromErp(ApplyErpCustomer command) {
        return erp.apply(command);
    }

    @Override
    @Transactional
    public ReviseOutcome revise(ReviseCustomer command, Actor by) {
        Customer customer = locked(command.id());
        Company before = customer.company();
        if (command.name().isBlank()) {
            return new ReviseOutcome.Refused("customer-revision.no-name", "");
        }
        Company wanted;
        try {
            wanted =
                    new Company(
                            command.name(),
                            before.type(),
                            before.uscc(),
                            before.region(),
                            command.address(),
                            command.contact(),
                            command.phone(),
                            before.invoiceTitle(),
                            before.salesperson());
        } catch (IllegalArgumentException tooLong) {
            return new ReviseOutcome.Refused(
                    "customer-revision.too-long", String.valueOf(tooLong.getMessage()));
        }
        if (customer.follow(wanted)) {
            Map<String, String> changes = new TreeMap<>();
            for (Field field : Field.of(Field.Kind.CUSTOMER)) {
                String was = CompanyFields.get(before, field);
                String is = CompanyFields.get(wanted, field);
                if (!was.equals(is)) {
                    changes.put(field.key(), was + " → " + is);
                    conflicts.mallChanged(field, Map.of(command.id().toString(), is));
                }
            }
            trail.of(customer, "revise-customer", "", by, changes);
        }
        return new ReviseOutcome.Revised();
    }

    private Customer locked(CustomerId id) {
        return customers
                .lockById(id.value())
                .orElseThrow(() -> new IllegalArgumentException("No customer " + id));
    }
}
