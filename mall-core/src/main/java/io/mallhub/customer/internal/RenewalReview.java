package io.mallhub.customer.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DrugLicenceNumber;
import io.mallhub.customer.LicenceLost;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.Renewals.Facts;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handing a new version in, judging it, and bringing it into force. */
@Component
class RenewalReview {
    private static final String RENEWAL = "renewal";

    private final CustomerRepository customers;
    private final RenewalRepository renewals;
    private final DocumentRepository documents;
    private final FileTable files;
    private final StandIns standIns;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenewalReview(
            CustomerRepository customers,
            RenewalRepository renewals,
            DocumentRepository documents,
            FileTable files,
            StandIns standIns,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.renewals = renewals;
        this.documents = documents;
        this.files = files;
        this.standIns = standIns;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    DocumentOutcome submit(Renewal renewal, DocumentData data, CheckedFile file, Actor by) {
        renewal.mustTakeAVersion();
        if (data.type() != renewal.type()) {
            return new DocumentOutcome.RefusedFile("renewal.other-type", renewal.type().name());
        }
        if (data.validUntil() != null && !data.validUntil().isAfter(renewal.validUntil())) {
            return new DocumentOutcome.RefusedFile(
                    "renewal.ends-too-early", renewal.validUntil().toString());
        }
        int version =
                documents
                                .findByCustomerAndTypeOrderByVersionDesc(
                                        renewal.customer().value(), renewal.type())
                                .getFirst()
                                .version()
                        + 1;
        Document expiring = documents.findById(renewal.expiring()).orElseThrow();
        Document proposed =
                documents.saveAndFlush(
                        Document.proposed(expiring, data, version, file, by, clock.instant()));
        files.keep(proposed.id(), file.content());
        renewal.submit(proposed, by);
        renewals.save(renewal);
        note(
                renewal,
                "submit-renewal",
                "",
                by,
                Map.of("version", Integer.toString(version), "sha256", file.sha256()));
        return new DocumentOutcome.Attached(proposed.view(MallTime.today(clock)));
    }

    Facts facts(Renewal renewal) {
        DocumentData before = documents.findById(renewal.expiring()).orElseThrow().data();
        DocumentData after = proposedOf(renewal).data();
        boolean widened = !before.scopeCodes().containsAll(after.scopeCodes());
        boolean changed =
                widened
                        || !before.scopeCodes().equals(after.scopeCodes())
                        || !before.number().equals(after.number())
                        || !before.issuer().equals(after.issuer());
        LocalDate today = MallTime.today(clock);
        return new Facts(
                problems(after, today),
                changed,
                widened,
                ChronoUnit.DAYS.between(today, renewal.validUntil()));
    }

    private static long problems(DocumentData data, LocalDate today) {
        boolean expired = data.validUntil() != null && today.isAfter(data.validUntil());
        boolean malformed =
                data.type() == DocumentType.DRUG_DISTRIBUTION_LICENCE
                        && DrugLicenceNumber.parse(data.number())
                                instanceof DrugLicenceNumber.Parsed.Malformed;
        return (expired ? 1 : 0) + (malformed ? 1 : 0);
    }

    ApprovalOutcome approve(Renewal renewal, String reason, Actor by) {
        if (renewal.isAlready("approve", by)) {
            return new ApprovalOutcome.Approved();
        }
        Eyes eyes = standIns.eyes(by, FourEyes.judges(false));
        Optional<String> objection = objection(renewal, eyes);
        if (objection.isPresent()) {
            return refused(renewal, objection.orElseThrow(), eyes);
        }
        renewal.approve(reason, by, clock.instant());
        Document expiring = documents.findById(renewal.expiring()).orElseThrow();
        expiring.supersede();
        documents.saveAndFlush(expiring); // one current version at any moment
        Document proposed = proposedOf(renewal);
        proposed.comeIntoForce(reason, by, clock.instant());
        standIns.decided(eyes, RENEWAL, renewal.number(), "approve", true);
        Set<String> lost = lostScope(expiring, proposed);
        note(renewal, "approve-renewal", reason, by, eyes.details(lostDetails(lost)));
        if (!lost.isEmpty()) {
            events.publishEvent(
                    new LicenceLost(
                            renewal.customer(),
                            renewal.number() + "/version-" + proposed.version()));
        }
        return new ApprovalOutcome.Approved();
    }

    private static Set<String> lostScope(Document before, Document after) {
        Set<String> lost = new TreeSet<>(before.data().scopeCodes());
        lost.removeAll(after.data().scopeCodes());
        return lost;
    }

    private static Map<String, String> lostDetails(Set<String> lost) {
        return lost.isEmpty() ? Map.of() : Map.of("lostScope", String.join(", ", lost));
    }

    ApprovalOutcome sendBack(Renewal renewal, String reason, Actor by) {
        if (renewal.isAlready("return", by)) {
            return new ApprovalOutcome.Approved();
        }
        Eyes eyes = standIns.eyes(by, FourEyes.judges(false));
        Optional<String> objection = objection(renewal, eyes);
        if (objection.isPresent()) {
            return refused(renewal, objection.orElseThrow(), eyes);
        }
        renewal.sendBack(reason, by, clock.instant());
        proposedOf(renewal).sendBackProposal(reason, by, clock.instant());
        standIns.decided(eyes, RENEWAL, renewal.number(), "return", false);
        note(renewal, "return-renewal", reason, by, eyes.details(Map.of()));
        return new ApprovalOutcome.Approved();
    }

    private ApprovalOutcome refused(Renewal renewal, String why, Eyes eyes) {
        note(renewal, "refuse-approval", "", eyes.person(), eyes.details(Map.of("why", why)));
        return new ApprovalOutcome.NotYou(why);
    }

    private Optional<String> objection(Renewal renewal, Eyes judges) {
        // Nobody becomes its salesperson meanwhile.
        Company company = customers.lockById(renewal.customer().value()).orElseThrow().company();
        return FourEyes.objection(judges.any(renewal::isParty), company, judges);
    }

    private Document proposedOf(Renewal renewal) {
        return renewal.proposed()
                .flatMap(documents::findById)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        renewal.number() + " has no new version yet"));
    }

    private void note(
            Renewal renewal, String action, String reason, Actor by, Map<String, String> details) {
        audit.record(new AuditEntry(by, action, RENEWAL, renewal.number(), reason, details));
    }
}
