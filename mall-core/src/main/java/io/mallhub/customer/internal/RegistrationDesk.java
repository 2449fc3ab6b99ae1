package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationRow;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.CheckReport;
import io.mallhub.customer.Company;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one step at a time on one application: each waits for the row of the application. */
@Service
class RegistrationDesk implements Registrations {
    private static final SortKeys SORTS =
            new SortKeys(
                    "-created",
                    Map.of(
                            "created", "createdAt",
                            "submitted", "submittedAt",
                            "number", "number",
                            "state", "state"));

    private final ApplicationRepository applications;
    private final DocumentRepository documents;
    private final FileTable files;
    private final Uploads uploads;
    private final Intake intake;
    private final Examination examination;
    private final Review review;
    private final Views views;

    RegistrationDesk(
            ApplicationRepository applications,
            DocumentRepository documents,
            FileTable files,
            Uploads uploads,
            Intake intake,
            Examination examination,
            Review review,
            Views views) {
        this.applications = applications;
        this.documents = documents;
        this.files = files;
        this.uploads = uploads;
        this.intake = intake;
        this.examination = examination;
        this.review = review;
        this.views = views;
    }

    @Override
    @Transactional
    public ApplicationView start(Company company, Actor by) {
        return intake.start(company, by);
    }

    @Override
    @Transactional
    public ApplicationView edit(String number, Company company, Actor by) {
        return intake.edit(locked(number), company, by);
    }

    @Override
    public DocumentOutcome attach(
            String number, DocumentData data, String fileName, byte[] content, Actor by) {
        return uploads.take(
                data,
                fileName,
                content,
                (stated, file) -> intake.attach(locked(number), stated, file, by));
    }

    @Override
    @Transactional
    public SubmitOutcome submit(String number, Actor by) {
        return intake.submit(locked(number), by);
    }

    @Override
    @Transactional
    public void withdraw(String number, String reason, Actor by) {
        intake.withdraw(locked(number), Words.of(reason), by);
    }

    @Override
    @Transactional
    public CheckReport runChecks(String number) {
        return examination.report(locked(number));
    }

    @Override
    @Transactional(readOnly = true)
    public RiskFacts riskFacts(String number) {
        return examination.facts(known(number));
    }

    @Override
    @Transactional
    public ApprovalOutcome decideDocument(
            String number, UUID document, boolean accepted, String reason, Actor by) {
        String words = accepted ? Words.of(reason) : Words.needed(reason);
        return review.decideDocument(locked(number), document, accepted, words, by);
    }

    @Override
    @Transactional
    public ApprovalOutcome requestSupplement(
            String number, String request, List<DocumentType> wanted, Actor by) {
        return review.requestSupplement(locked(number), Words.needed(request), wanted, by);
    }

    @Override
    @Transactional
    public ApprovalOutcome approve(String number, String reason, boolean second, Actor by) {
        return review.approve(locked(number), Words.of(reason), second, by);
    }

    @Override
    @Transactional
    public ApprovalOutcome reject(String number, String reason, boolean second, Actor by) {
        return review.reject(locked(number), Words.needed(reason), second, by);
    }

    @Override
    @Transactional(readOnly = true)
    public CustomerId approvedCustomer(String number) {
        return review.approvedCustomer(known(number));
    }

    @Override
    @Transactional
    public void activate(String number, Actor by) {
        review.activate(locked(number), by);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ApplicationView> application(String number) {
        return applications.findByNumber(number).map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ApplicationView> applicationOf(CustomerId customer) {
        return applications
                .findFirstByCustomerOrderByCreatedAtDescNumberDesc(customer.value())
                .map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ApplicationRow> page(
            @Nullable ApplicationState state, @Nullable String text, PageRequest page) {
        return SortKeys.page(
                applications.page(state, SortKeys.anywhere(text), SORTS.pageable(page)), page);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> file(String number, UUID document) {
        return applications
                .findByNumber(number)
                .flatMap(
                        application ->
                                documents
                                        .findById(document)
                                        .filter(held -> held.belongsTo(application)))
                .flatMap(files::of);
    }

    private Application known(String number) {
        return applications.findByNumber(number).orElseThrow(() -> unknown(number));
    }

    private Application locked(String number) {
        return applications.lockByNumber(number).orElseThrow(() -> unknown(number));
    }

    private static IllegalArgumentException unknown(String number) {
        return new IllegalArgumentException("No application " + number);
    }
}
