package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The reviewers' side: decisions on documents and on the application, and the activation. */
@Component
class Review {
    private final CustomerRepository customers;
    private final ApplicationRepository applications;
    private final DocumentRepository documents;
    private final Rounds rounds;
    private final Examination examination;
    private final SalesAssignment salespeople;
    private final Trail trail;
    private final StandIns standIns;
    private final Clock clock;

    Review(
            CustomerRepository customers,
            ApplicationRepository applications,
            DocumentRepository documents,
            Rounds rounds,
            Examination examination,
            SalesAssignment salespeople,
            Trail trail,
            StandIns standIns,
            Clock clock) {
        this.customers = customers;
        this.applications = applications;
        this.documents = documents;
        this.rounds = rounds;
        this.examination = examination;
        this.salespeople = salespeople;
        this.trail = trail;
        this.standIns = standIns;
        this.clock = clock;
    }

    ApprovalOutcome decideDocument(
            Application application, UUID id, boolean accepted, String reason, Actor by) {
        Eyes eyes = standIns.eyes(by, FourEyes.judges(false));
        Optional<ApprovalOutcome> refusal = refusal(application, false, eyes);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Document document =
                documents
                        .findById(id)
                        .filter(found -> found.belongsTo(application))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                application.number() + " has no document " + id));
        Instant now = clock.instant();
        application.decideDocument(id, accepted, reason, by, now);
        if (accepted) {
            document.accept(reason, by, now);
        } else {
            document.returnToApplicant(reason, by, now);
        }
        String step = accepted ? "accept-document" : "return-document";
        keep(application, eyes, step, accepted);
        trail.of(application, step, reason, by, eyes.details(named(document)));
        return new ApprovalOutcome.Approved();
    }

    ApprovalOutcome requestSupplement(
            Application application, String request, List<DocumentType> wanted, Actor by) {
        boolean second = application.state() == ApplicationState.APPROVED;
        Eyes eyes = standIns.eyes(by, FourEyes.judges(second));
        Optional<ApprovalOutcome> refusal = refusal(application, second, eyes);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        application.requestSupplement(request, wanted, by, clock.instant());
        applications.save(application);
        keep(application, eyes, FourEyes.part("supplement", second), false);
        trail.of(
                application,
                "request-supplement",
                request,
                by,
                eyes.details(Map.of("documents", wanted.toString())));
        return new ApprovalOutcome.Approved();
    }

    ApprovalOutcome approve(Application application, String reason, boolean second, Actor by) {
        String step = second ? "second-approve" : "approve";
        if (application.isAlready(step, by)) {
            return new ApprovalOutcome.Approved();
        }
        Eyes eyes = standIns.eyes(by, FourEyes.judges(second));
        Optional<ApprovalOutcome> refusal = refusal(application, second, eyes);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        application.approve(reason, second, by, now);
        if (!second) {
            mustBeChecked(application);
            acceptDocuments(application, by, now);
        }
        keep(application, eyes, step, true);
        trail.of(application, step + "-application", reason, by, eyes.details(Map.of()));
        return new ApprovalOutcome.Approved();
    }

    /** The process rejects, too: of what nobody completed in time, or the ERP refused. */
    ApprovalOutcome reject(Application application, String reason, boolean second, Actor by) {
        if (by.kind() != Actor.Kind.STAFF && by.kind() != Actor.Kind.SYSTEM) {
            throw new IllegalStateException("Only staff or the process rejects an application");
        }
        if (application.state() == ApplicationState.REJECTED) {
            return new ApprovalOutcome.Approved();
        }
        Eyes eyes =
                by.kind() == Actor.Kind.SYSTEM
                        ? Eyes.of(by)
                        : standIns.eyes(by, FourEyes.judges(second));
        if (by.kind() == Actor.Kind.STAFF) {
            Optional<ApprovalOutcome> refusal = refusal(application, second, eyes);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        Instant now = clock.instant();
        application.reject(reason, second, by, now);
        applications.save(application);
        currentOf(application).stream()
                .filter(document -> document.isPending() || document.isReturned())
                .forEach(document -> document.reject(reason, by, now));
        keep(application, eyes, FourEyes.part("reject", second), false);
        trail.of(
                application,
                second ? "second-reject-application" : "reject-application",
                reason,
                by,
                eyes.details(Map.of()));
        return new ApprovalOutcome.Approved();
    }

    CustomerId approvedCustomer(Application application) {
        application.mustBeApproved(examination.takesTwo(application));
        return application.customer();
    }

    void activate(Application application, Actor by) {
        if (application.state() == ApplicationState.ACTIVE) {
            return;
        }
        Instant now = clock.instant();
        application.activate(examination.takesTwo(application), by, now);
        Customer customer = customerOf(application);
        customer.activate();
        salespeople.byRegion(customer, application, by, now);
        applications.save(application);
        trail.of(
                customer, "activate-customer", "", by, Map.of("application", application.number()));
    }

    /** Approving the whole verifies whatever was not decided by itself. */
    private void acceptDocuments(Application application, Actor by, Instant now) {
        for (Document document : currentOf(application)) {
            if (document.isReturned()) {
                throw new IllegalStateException(
                        "%s: %s was returned to the applicant"
                                .formatted(application.number(), document.type()));
            }
            if (document.isPending()) {
                document.accept("", by, now);
                trail.of(application, "accept-document", "", by, named(document));
            }
        }
    }

    private void mustBeChecked(Application application) {
        if (rounds.report(application).isEmpty()) {
            throw new IllegalStateException(
                    application.number() + " has no report of its checks yet");
        }
    }

    /** Kept as an attempt. */
    private Optional<ApprovalOutcome> refusal(Application application, boolean second, Eyes eyes) {
        Optional<String> objection = objection(application, second, eyes);
        objection.ifPresent(
                why ->
                        trail.of(
                                application,
                                "refuse-approval",
                                "",
                                eyes.person(),
                                eyes.details(Map.of("why", why))));
        return objection.map(ApprovalOutcome.NotYou::new);
    }

    private void keep(Application application, Eyes eyes, String part, boolean agreed) {
        standIns.decided(eyes, Trail.APPLICATION, application.number(), part, agreed);
    }

    private Optional<String> objection(Application application, boolean second, Eyes eyes) {
        Company company =
                customers.findById(application.customer().value()).orElseThrow().company();
        return FourEyes.objection(
                application,
                company,
                second,
                eyes,
                standIns.of(Trail.APPLICATION, application.number()));
    }

    private Customer customerOf(Application application) {
        return customers.lockById(application.customer().value()).orElseThrow();
    }

    private List<Document> currentOf(Application application) {
        return documents.currentOf(application.customer().value());
    }

    private static Map<String, String> named(Document document) {
        return Map.of(
                "type", document.type().name(), "version", Integer.toString(document.version()));
    }
}
