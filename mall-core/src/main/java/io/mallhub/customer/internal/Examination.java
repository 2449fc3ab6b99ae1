package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.customer.CheckReport;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations.RiskFacts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The automatic checks of one round: run once, kept, and read as facts for the risk decision. */
@Component
class Examination {
    /** More others alike than this need no listing. */
    private static final Limit ALIKE = Limit.of(10);

    private static final Actor CHECKS = Actor.system("registration-checks");

    private final CustomerRepository customers;
    private final DocumentRepository documents;
    private final QualificationRules rules;
    private final Rounds rounds;
    private final Trail trail;
    private final Clock clock;

    Examination(
            CustomerRepository customers,
            DocumentRepository documents,
            QualificationRules rules,
            Rounds rounds,
            Trail trail,
            Clock clock) {
        this.customers = customers;
        this.documents = documents;
        this.rules = rules;
        this.rounds = rounds;
        this.trail = trail;
        this.clock = clock;
    }

    CheckReport report(Application application) {
        return rounds.report(application).orElseGet(() -> run(application));
    }

    private CheckReport run(Application application) {
        CheckReport report =
                new CheckReport(
                        application.number(),
                        application.round(),
                        clock.instant(),
                        RegistrationChecks.run(caseOf(application)));
        rounds.keep(application, report);
        application.assess(facts(application).takesTwo());
        trail.of(
                application,
                "check-application",
                "",
                CHECKS,
                Map.of(
                        "round", Integer.toString(report.round()),
                        "failed", Long.toString(report.count(Result.FAILED)),
                        "warnings", Long.toString(report.count(Result.WARNING))));
        return report;
    }

    /** Whether a second person has to approve, from what the core itself has kept. */
    boolean takesTwo(Application application) {
        return application.secondNeeded().orElseGet(() -> facts(application).takesTwo());
    }

    RiskFacts facts(Application application) {
        CheckReport report =
                rounds.report(application)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                application.number() + " is not checked yet"));
        boolean duplicate =
                report.findings().stream()
                        .filter(found -> found.check().equals(RegistrationChecks.DUPLICATE))
                        .anyMatch(found -> found.result() != Result.PASSED);
        UUID customer = application.customer().value();
        return new RiskFacts(
                customers.findById(customer).orElseThrow().company().type().name(),
                report.count(Result.FAILED),
                report.count(Result.WARNING),
                duplicate,
                currentOf(customer).stream().anyMatch(ScopeCheck::isControlled));
    }

    private CaseFile caseOf(Application application) {
        UUID customer = application.customer().value();
        Company company = customers.findById(customer).orElseThrow().company();
        List<Document> held = currentOf(customer);
        List<Customer> alike = customers.likes(customer, company.uscc(), company.name(), ALIKE);
        Predicate<Customer> sameUscc =
                other -> !company.uscc().isEmpty() && other.company().uscc().equals(company.uscc());
        Map<DocumentType, List<Customer>> sameByNumber = new EnumMap<>(DocumentType.class);
        held.stream()
                .filter(document -> !document.number().isEmpty())
                .forEach(
                        document ->
                                sameByNumber.put(
                                        document.type(),
                                        documents.othersWith(
                                                document.type(),
                                                document.number(),
                                                customer,
                                                ALIKE)));
        RulesOfSale sale = rules.ofSale(company.type());
        return new CaseFile(
                company,
                new Holding(held, MallTime.today(clock)),
                sale.requirements(),
                sale.saleRules(),
                alike.stream().filter(sameUscc).toList(),
                alike.stream().filter(sameUscc.negate()).toList(),
                sameByNumber);
    }

    private List<Document> currentOf(UUID customer) {
        return documents.currentOf(customer);
    }
}
