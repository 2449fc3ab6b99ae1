package io.mallhub.customer;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applications of companies to become customers, from draft to activation. The process drives; this
 * context guards: every transition not allowed by {@link ApplicationState} throws {@link
 * IllegalStateException}.
 */
public interface Registrations {
    /**
     * Opens a draft and its (inactive) customer; the applicant's account is created by the door
     * through identity.
     */
    ApplicationView start(Company company, Actor by);

    ApplicationView edit(String number, Company company, Actor by);

    /**
     * Adds a document or a new version of it. The content decides the type: anything but PDF, JPEG,
     * PNG (sniffed, whole, sane dimensions) and anything over 10 MiB is refused with words for the
     * applicant.
     */
    DocumentOutcome attach(
            String number, DocumentData data, String fileName, byte[] content, Actor by);

    /**
     * First submission, or the answer to a supplement request. Publishes {@link
     * ApplicationSubmitted}.
     */
    SubmitOutcome submit(String number, Actor by);

    /** Until approved; publishes {@link ApplicationWithdrawn}. */
    void withdraw(String number, String reason, Actor by);

    /**
     * Runs the automatic checks of the current round and keeps the report; same round again gives
     * the kept report.
     */
    CheckReport runChecks(String number);

    /** Facts for the risk decision (DMN), derived from the check report and the company. */
    RiskFacts riskFacts(String number);

    /** Four eyes as in {@link #approve}: a refusal changes nothing and is kept as an attempt. */
    ApprovalOutcome decideDocument(
            String number, UUID document, boolean accepted, String reason, Actor by);

    /**
     * Four eyes as in {@link #approve}, of the review that the application is in.
     *
     * @param documents what to bring; empty when the request is in words only
     */
    ApprovalOutcome requestSupplement(
            String number, String request, List<DocumentType> documents, Actor by);

    /**
     * Records the (first or second) approval. Refuses the applicant, and for the second approval
     * anyone who took part in the first.
     */
    ApprovalOutcome approve(String number, String reason, boolean second, Actor by);

    /** Who may not approve may not reject either; the process may. Repeatable. */
    ApprovalOutcome reject(String number, String reason, boolean second, Actor by);

    /**
     * Whom the ERP may get to know now. What risk the checks of the round found is the core's own
     * knowledge: where it takes two ({@link RiskFacts#takesTwo}), two different people have
     * approved it, wherever the process stands.
     *
     * @throws IllegalStateException unless everybody who has to has approved
     */
    CustomerId approvedCustomer(String number);

    /**
     * After the ERP knows the customer: documents valid, customer ACTIVE. Idempotent. Publishes
     * {@link CustomerActivated}.
     *
     * @throws IllegalStateException as {@link #approvedCustomer}
     */
    void activate(String number, Actor by);

    Optional<ApplicationView> application(String number);

    Optional<ApplicationView> applicationOf(CustomerId customer);

    Page<ApplicationRow> page(
            @Nullable ApplicationState state, @Nullable String text, PageRequest page);

    Optional<DocumentFile> file(String number, UUID document);

    sealed interface DocumentOutcome {
        record Attached(DocumentView document) implements DocumentOutcome {}

        /**
         * @param problem message key, e.g. document.not-a-picture-or-pdf
         */
        record RefusedFile(String problem, String detail) implements DocumentOutcome {}
    }

    sealed interface SubmitOutcome {
        record Submitted(String number, int round) implements SubmitOutcome {}

        record Incomplete(List<DocumentType> missing, List<String> problems)
                implements SubmitOutcome {}
    }

    /** Of whatever a judge does: it is done, or four eyes forbid it to him. */
    sealed interface ApprovalOutcome {
        record Approved() implements ApprovalOutcome {}

        /**
         * @param why message key: four-eyes.not-staff, four-eyes.handed-in, four-eyes.salesperson,
         *     four-eyes.reviewed-before
         */
        record NotYou(String why) implements ApprovalOutcome {}
    }

    /** Inputs of the decision {@code registration-risk}. */
    record RiskFacts(
            String customerType,
            long failed,
            long warnings,
            boolean duplicate,
            boolean controlledScope) {
        private static final long MANY_WARNINGS = 3;

        /**
         * Whether a second person has to approve, whatever the process decides: the decision may
         * ask for more, not for less.
         */
        public boolean takesTwo() {
            return failed > 0 || duplicate || controlledScope || warnings >= MANY_WARNINGS;
        }
    }
}
