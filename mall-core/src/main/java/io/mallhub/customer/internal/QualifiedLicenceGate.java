package io.mallhub.customer.internal;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.internal.CustomerRepository.WithDocument;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QualifiedLicenceGate implements LicenceGate {
    private static final ProductId ANY = new ProductId(new UUID(0, 0));

    private final CustomerRepository customers;
    private final QualificationRules rules;
    private final Clock clock;

    QualifiedLicenceGate(CustomerRepository customers, QualificationRules rules, Clock clock) {
        this.customers = customers;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Verdict> check(CustomerId customer, List<Item> items) {
        return checkOn(MallTime.today(clock), customer, items);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Verdict> checkOn(LocalDate day, CustomerId customer, List<Item> items) {
        return caseOf(customer, day)
                .map(known -> known.judge(items))
                .orElseGet(() -> items.stream().map(item -> unknown(customer, item)).toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Case> open(CustomerId customer) {
        return caseOf(customer, MallTime.today(clock)).map(Opened::new);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<RegulatoryCategory> openCategories(CustomerId customer) {
        Set<RegulatoryCategory> open = EnumSet.noneOf(RegulatoryCategory.class);
        caseOf(customer, MallTime.today(clock))
                .ifPresent(
                        known ->
                                Arrays.stream(RegulatoryCategory.values())
                                        .filter(
                                                category ->
                                                        known.judge(new Item(ANY, category))
                                                                .allowed())
                                        .forEach(open::add));
        return open;
    }

    private Optional<GateCase> caseOf(CustomerId id, LocalDate day) {
        List<WithDocument> read = customers.withDocuments(id.value());
        List<Document> held =
                read.stream().map(WithDocument::document).filter(Objects::nonNull).toList();
        return read.stream()
                .findFirst()
                .map(WithDocument::customer)
                .map(
                        customer ->
                                new GateCase(
                                        customer,
                                        new Holding(held, day),
                                        rules.ofSale(customer.company().type())));
    }

    private record Opened(GateCase known) implements Case {
        @Override
        public CustomerView customer() {
            return Views.view(
                    known.customer(), known.holding().documents(), known.holding().today());
        }

        @Override
        public List<Verdict> check(List<Item> items) {
            return known.judge(items);
        }
    }

    private static Verdict unknown(CustomerId customer, Item item) {
        return new Verdict(
                item.product(),
                false,
                "gate.customer-unknown",
                Map.of("customer", customer.toString()));
    }
}
