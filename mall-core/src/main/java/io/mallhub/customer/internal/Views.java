package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.CustomerView;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what leaves this context. */
@Component
class Views {
    private final CustomerRepository customers;
    private final DocumentRepository documents;
    private final Rounds rounds;
    private final Clock clock;

    Views(CustomerRepository customers, DocumentRepository documents, Rounds rounds, Clock clock) {
        this.customers = customers;
        this.documents = documents;
        this.rounds = rounds;
        this.clock = clock;
    }

    CustomerView of(Customer customer) {
        List<Document> held = documents.currentOf(customer.id().value());
        return view(customer, held, MallTime.today(clock));
    }

    /** Documents of all of them in one query. */
    List<CustomerView> of(List<Customer> page) {
        LocalDate today = MallTime.today(clock);
        List<UUID> ids = page.stream().map(customer -> customer.id().value()).toList();
        Map<UUID, List<Document>> held =
                documents.findByCustomerInAndCurrentTrueOrderByType(ids).stream()
                        .collect(Collectors.groupingBy(document -> document.customer().value()));
        return page.stream()
                .map(
                        customer ->
                                view(
                                        customer,
                                        held.getOrDefault(customer.id().value(), List.of()),
                                        today))
                .toList();
    }

    static CustomerView view(Customer customer, List<Document> held, LocalDate today) {
        return new CustomerView(
                customer.id(),
                customer.number(),
                customer.state(),
                customer.company(),
                customer.level(),
                customer.erpNumber(),
                customer.lockReason(),
                held.stream().map(document -> document.view(today)).toList());
    }

    /** With all versions of its documents, the current ones among them marked. */
    ApplicationView of(Application application) {
        LocalDate today = MallTime.today(clock);
        Customer customer = customers.findById(application.customer().value()).orElseThrow();
        List<Document> all = documents.findByApplicationOrderByTypeAscVersionDesc(application.id());
        List<Document> current = all.stream().filter(Document::isCurrent).toList();
        return new ApplicationView(
                application.number(),
                application.customer(),
                application.state(),
                customer.company(),
                all.stream().map(document -> document.view(today)).toList(),
                application.round(),
                application.createdAt(),
                application.submittedAt(),
                rounds.report(application).orElse(null),
                rounds.differences(application, customer.company(), current),
                application.supplementRequest(),
                application.decisions().stream()
                        .filter(decision -> decision.document() == null)
                        .map(Decision::view)
                        .toList());
    }
}
