package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.Registrations.SubmitOutcome;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The applicant's side: everything until a round is handed in, and taking it back. */
@Component
class Intake {
    private final CustomerRepository customers;
    private final ApplicationRepository applications;
    private final DocumentRepository documents;
    private final FileTable files;
    private final Rounds rounds;
    private final QualificationRules rules;
    private final BusinessNumbers numbers;
    private final UploadSettings settings;
    private final Views views;
    private final Trail trail;
    private final StandIns standIns;
    private final Clock clock;

    Intake(
            CustomerRepository customers,
            ApplicationRepository applications,
            DocumentRepository documents,
            FileTable files,
            Rounds rounds,
            QualificationRules rules,
            BusinessNumbers numbers,
            UploadSettings settings,
            Views views,
            Trail trail,
            StandIns standIns,
            Clock clock) {
        this.customers = customers;
        this.applications = applications;
        this.documents = documents;
        this.files = files;
        this.rounds = rounds;
        this.rules = rules;
        this.numbers = numbers;
        this.settings = settings;
        this.views = views;
        this.trail = trail;
        this.standIns = standIns;
        this.clock = clock;
    }

    ApplicationView start(Company company, Actor by) {
        mustHaveName(company);
        Instant now = clock.instant();
        Customer customer =
                customers.saveAndFlush(new Customer(numbers.nextCustomer(), company, by, now));
        Application application =
                applications.save(
                        new Application(
                                numbers.nextApplication(MallTime.dateOf(now)),
                                customer.id(),
                                by,
                                now));
        trail.of(
                application,
                "start-application",
                "",
                by,
                Map.of("customer", customer.number(), "company", company.name()));
        return views.of(application);
    }

    ApplicationView edit(Application application, Company company, Actor by) {
        mustHaveName(company);
        mustNotHaveJudgedThroughAnother(application, by);
        application.change(by);
        customerOf(application).restate(company, by, clock.instant());
        trail.of(application, "edit-application", "", by);
        return views.of(application);
    }

    DocumentOutcome attach(Application application, DocumentData data, CheckedFile file, Actor by) {
        mustNotHaveJudgedThroughAnother(application, by);
        application.change(by);
        if (documents.countByApplication(application.id()) >= settings.filesPerApplication()) {
            return new DocumentOutcome.RefusedFile(
                    "document.too-many", Integer.toString(settings.filesPerApplication()));
        }
        Instant now = clock.instant();
        List<Document> earlier =
                documents.findByCustomerAndTypeOrderByVersionDesc(
                        application.customer().value(), data.type());
        earlier.stream()
                .filter(Document::isCurrent)
                .forEach(
                        current -> {
                            current.supersede();
                            documents.saveAndFlush(current); // one current version at any moment
                        });
        int version = earlier.isEmpty() ? 1 : earlier.getFirst().version() + 1;
        Document document =
                documents.saveAndFlush(new Document(application, data, version, file, by, now));
        files.keep(document.id(), file.content());
        trail.of(
                application,
                "attach-document",
                "",
                by,
                Map.of(
                        "type", data.type().name(),
                        "version", Integer.toString(version),
                        "sha256", file.sha256()));
        return new DocumentOutcome.Attached(document.view(MallTime.dateOf(now)));
    }

    SubmitOutcome submit(Application application, Actor by) {
        application.mustBeOpen();
        Instant now = clock.instant();
        Customer customer = customerOf(application);
        List<Document> current = currentOf(application);
        Holding holding = new Holding(current, MallTime.dateOf(now));
        List<DocumentType> missing = missing(application, customer.company(), holding);
        List<String> problems = problems(customer.company());
        if (!missing.isEmpty() || !problems.isEmpty()) {
            return new SubmitOutcome.Incomplete(missing, problems);
        }
        mustNotHaveJudgedThroughAnother(application, by);
        application.submit(by, now);
        current.forEach(Document::handIn);
        rounds.keep(application, Submission.of(customer.company(), current), now);
        applications.save(application);
        trail.of(
                application,
                "submit-application",
                "",
                by,
                Map.of("round", Integer.toString(application.round())));
        return new SubmitOutcome.Submitted(application.number(), application.round());
    }

    void withdraw(Application application, String reason, Actor by) {
        application.withdraw(reason, by, clock.instant());
        applications.save(application);
        trail.of(application, "withdraw-application", reason, by);
    }

    /** What must be there and isn't, and what the reviewer asked for and has not got. */
    private List<DocumentType> missing(Application application, Company company, Holding holding) {
        Stream<DocumentType> mandatory =
                rules.requirementsOf(company.type()).stream()
                        .filter(requirement -> holding.anyOf(requirement.alternatives()).isEmpty())
                        .map(Requirement::first);
        Stream<DocumentType> asked =
                application.supplementDocuments().stream()
                        .filter(type -> holding.current(type).filter(Document::isNew).isEmpty());
        return Stream.concat(mandatory, asked).distinct().sorted().toList();
    }

    private static List<String> problems(Company company) {
        List<String> problems = new ArrayList<>();
        Map.of(
                        "company.uscc-missing", company.uscc(),
                        "company.address-missing", company.address(),
                        "company.contact-missing", company.contact(),
                        "company.phone-missing", company.phone())
                .forEach(
                        (problem, text) -> {
                            if (text.isEmpty()) {
                                problems.add(problem);
                            }
                        });
        return problems.stream().sorted().toList();
    }

    private Customer customerOf(Application application) {
        return customers.lockById(application.customer().value()).orElseThrow();
    }

    private List<Document> currentOf(Application application) {
        return documents.currentOf(application.customer().value());
    }

    private static void mustHaveName(Company company) {
        if (company.name().isEmpty()) {
            throw new IllegalArgumentException("A company has a name");
        }
    }

    /** For whom a colleague judged, he would judge his own from now on. */
    private void mustNotHaveJudgedThroughAnother(Application application, Actor by) {
        boolean judged =
                Eyes.of(by)
                        .haveDecided(
                                standIns.of(Trail.APPLICATION, application.number()), any -> true);
        if (judged) {
            throw new IllegalStateException(
                    "A colleague of %s has judged %s in his place"
                            .formatted(by.id(), application.number()));
        }
    }
}
