package io.mallhub.customer.internal;

import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Salespeople;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SalesDesk implements Salespeople {
    private static final String OWN = "salesperson.own";

    private final CustomerRepository customers;
    private final SellersAtWork sellers;
    private final StandIns standIns;
    private final Views views;
    private final Trail trail;
    private final Clock clock;

    SalesDesk(
            CustomerRepository customers,
            SellersAtWork sellers,
            StandIns standIns,
            Views views,
            Trail trail,
            Clock clock) {
        this.customers = customers;
        this.sellers = sellers;
        this.standIns = standIns;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional
    public AssignOutcome assign(CustomerId id, String salesperson, String reason, Actor by) {
        Customer customer = customers.lockById(id.value()).orElseThrow(() -> unknown(id));
        String login = salesperson.strip();
        String words = Words.of(reason);
        Eyes eyes = standIns.eyes(by, Set.of(Role.SALES, Role.ADMIN));
        Optional<String> refusal = refusal(customer, login, words, eyes);
        if (refusal.isPresent()) {
            if (refusal.get().equals(OWN)) {
                trail.of(
                        customer,
                        "refuse-approval",
                        "",
                        by,
                        eyes.details(Map.of("why", OWN, "after", login)));
            }
            return new AssignOutcome.Refused(refusal.get());
        }
        String before = Objects.toString(customer.company().salesperson(), "");
        customer.assign(login, words, by, clock.instant());
        trail.of(
                customer,
                "assign-salesperson",
                words,
                by,
                eyes.details(Map.of("before", before, "after", login)));
        return new AssignOutcome.Assigned();
    }

    private Optional<String> refusal(Customer customer, String login, String words, Eyes eyes) {
        String present = customer.company().salesperson();
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("salesperson.not-staff");
        }
        if (eyes.includeStaff(present) || eyes.includeStaff(login)) {
            return Optional.of(OWN);
        }
        if (customer.state() != CustomerState.ACTIVE && customer.state() != CustomerState.LOCKED) {
            return Optional.of("salesperson.no-customer");
        }
        if (!sellers.are(login)) {
            return Optional.of("salesperson.unknown");
        }
        if (login.equalsIgnoreCase(present)) {
            return Optional.of("salesperson.same");
        }
        return words.isEmpty() ? Optional.of("salesperson.reason-missing") : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Term> of(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(() -> unknown(id)).terms().stream()
                .map(SalesTerm::view)
                .toList()
                .reversed();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CustomerView> nobodys(PageRequest page) {
        Page<Customer> found =
                SortKeys.page(
                        customers.nobodys(
                                org.springframework.data.domain.PageRequest.of(
                                        page.number(), page.size())),
                        page);
        return new Page<>(views.of(found.items()), found.number(), found.size(), found.total());
    }

    private static IllegalArgumentException unknown(CustomerId id) {
        return new IllegalArgumentException("No customer " + id);
    }
}
