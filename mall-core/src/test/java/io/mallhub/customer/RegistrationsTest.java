package io.mallhub.customer;

import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.HEAD;
import static io.mallhub.fixture.CustomerFixtures.PROCESS;
import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static io.mallhub.fixture.CustomerFixtures.aCompany;
import static io.mallhub.fixture.CustomerFixtures.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.customer.ApplicationView.Difference;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.Registrations.SubmitOutcome;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MallTest
@RecordApplicationEvents
class RegistrationsTest {
    private static final Set<RegulatoryCategory> SCOPE = Set.of(RegulatoryCategory.OTC_A);

    @Autowired Registrations registrations;
    @Autowired Customers customers;
    @Autowired CustomerFixtures given;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEvents events;

    @Test
    void aDraftHasNumbersAndAnInactiveCustomer() {
        Company company = aCompany(CustomerType.PHARMACY);

        ApplicationView draft = registrations.start(company, APPLICANT);

        assertThat(draft.number()).matches("CR20261124-\\d{4,}");
        assertThat(draft.state()).isEqualTo(ApplicationState.DRAFT);
        CustomerView customer = customers.customer(draft.customer()).orElseThrow();
        assertThat(customer.number()).matches("C\\d{8}");
        assertThat(customer.state()).isEqualTo(CustomerState.APPLICANT);
        assertThat(customer.company()).isEqualTo(company);
        assertThat(registrations.applicationOf(draft.customer())).contains(draft);
    }

    @Test
    void aCompanyIsEditedUntilItIsSubmitted() {
        String number = registrations.start(aCompany(CustomerType.PHARMACY), APPLICANT).number();
        Company other = aCompany(CustomerType.CLINIC);

        assertThat(registrations.edit(number, other, APPLICANT).company()).isEqualTo(other);

        String submitted = given.aSubmittedApplication();
        assertThatThrownBy(() -> registrations.edit(submitted, other, APPLICANT))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(CustomerType.class)
    void anIncompleteApplicationNamesWhatIsMissing(CustomerType type) {
        String number = registrations.start(aCompany(type), APPLICANT).number();

        SubmitOutcome outcome = registrations.submit(number, APPLICANT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SubmitOutcome.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.missing())
                                        .contains(
                                                DocumentType.BUSINESS_LICENCE,
                                                DocumentType.PURCHASER_AUTHORISATION,
                                                DocumentType.QUALITY_AGREEMENT,
                                                DocumentType.INVOICING_DATA)
                                        .hasSize(5));
        assertThat(state(number)).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    void missingFieldsOfTheCompanyAreNamed() {
        Company bare = new Company("只有名称", CustomerType.PHARMACY, "", "", "", "", "", "", null);
        String number = registrations.start(bare, APPLICANT).number();

        assertThat(registrations.submit(number, APPLICANT))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Incomplete.class,
                        incomplete ->
                                assertThat(incomplete.problems())
                                        .containsExactly(
                                                "company.address-missing",
                                                "company.contact-missing",
                                                "company.phone-missing",
                                                "company.uscc-missing"));
    }

    @Test
    void aClinicNeedsAPracticeLicenceOrAFiling() {
        String number = given.aCompleteDraft(CustomerType.CLINIC, SCOPE);

        assertThat(registrations.submit(number, APPLICANT))
                .isEqualTo(new SubmitOutcome.Submitted(number, 1));
    }

    @Test
    void submittingPublishesTheRoundAndPutsTheDocumentsBeforeTheReviewer() {
        String number = given.aSubmittedApplication();

        ApplicationView submitted = view(number);
        assertThat(submitted.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(submitted.round()).isEqualTo(1);
        assertThat(submitted.documents())
                .extracting(DocumentView::state)
                .containsOnly(DocumentState.PENDING_REVIEW);
        assertThat(events.stream(ApplicationSubmitted.class))
                .containsExactly(new ApplicationSubmitted(number, 1, submitted.customer()));
    }

    @Test
    void twoSubmitsAtOnceMakeOneRound() throws Exception {
        String number = given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);

        List<Object> outcomes = atOnce(4, () -> registrations.submit(number, APPLICANT));

        assertThat(outcomes).filteredOn(SubmitOutcome.Submitted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(3);
        assertThat(view(number).round()).isEqualTo(1);
    }

    @Test
    void aSupplementIsANewRoundWithItsDifferencesMarked() {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        registrations.decideDocument(
                number,
                document(number, DocumentType.INVOICING_DATA).id(),
                false,
                "blurred",
                REVIEWER);
        registrations.requestSupplement(
                number, "a readable copy", List.of(DocumentType.INVOICING_DATA), REVIEWER);
        assertThat(view(number).supplementRequest()).isEqualTo("a readable copy");
        assertThat(document(number, DocumentType.INVOICING_DATA).state())
                .isEqualTo(DocumentState.RETURNED);

        assertThat(registrations.submit(number, APPLICANT))
                .isEqualTo(
                        new SubmitOutcome.Incomplete(
                                List.of(DocumentType.INVOICING_DATA), List.of()));
        given.attach(number, aDocument(DocumentType.INVOICING_DATA, "8001"));

        assertThat(registrations.submit(number, APPLICANT))
                .isEqualTo(new SubmitOutcome.Submitted(number, 2));
        ApplicationView second = view(number);
        assertThat(second.supplementRequest()).isNull();
        assertThat(second.differences())
                .containsExactly(
                        new Difference("INVOICING_DATA.number", "", "8001"),
                        new Difference("INVOICING_DATA.version", "1", "2"));
        assertThat(second.documents())
                .filteredOn(held -> held.data().type() == DocumentType.INVOICING_DATA)
                .extracting(DocumentView::version, DocumentView::current, DocumentView::state)
                .containsExactly(
                        tuple(2, true, DocumentState.PENDING_REVIEW),
                        tuple(1, false, DocumentState.RETURNED));
        assertThat(events.stream(ApplicationSubmitted.class).map(ApplicationSubmitted::round))
                .containsExactly(1, 2);
    }

    @Test
    void eachRoundIsCheckedOnce() {
        String number = given.aSubmittedApplication();

        CheckReport first = registrations.runChecks(number);
        CheckReport again = registrations.runChecks(number);

        assertThat(again).isEqualTo(first);
        assertThat(view(number).checks()).isEqualTo(first);
        registrations.requestSupplement(number, "more", List.of(), REVIEWER);
        registrations.submit(number, APPLICANT);
        assertThat(view(number).checks()).isNull();
        assertThat(registrations.runChecks(number).round()).isEqualTo(2);
    }

    @Test
    void checksAtOnceKeepOneReport() throws Exception {
        String number = given.aSubmittedApplication();

        List<Object> reports = atOnce(4, () -> registrations.runChecks(number));

        assertThat(reports).containsOnly(view(number).checks());
    }

    @Test
    void anApprovalVerifiesTheDocumentsAndActivationOpensTheCustomer() {
        String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
        assertThat(state(number)).isEqualTo(ApplicationState.APPROVED);
        assertThat(view(number).documents())
                .extracting(DocumentView::state, DocumentView::verifiedBy)
                .containsOnly(tuple(DocumentState.VALID, REVIEWER.name()));

        registrations.activate(number, PROCESS);
        registrations.activate(number, PROCESS);

        assertThat(state(number)).isEqualTo(ApplicationState.ACTIVE);
        assertThat(customer(number).state()).isEqualTo(CustomerState.ACTIVE);
        assertThat(view(number).decisions())
                .extracting(ApplicationView.ReviewDecision::step)
                .containsExactly("approve", "activate");
        assertThat(events.stream(CustomerActivated.class))
                .containsExactly(new CustomerActivated(customer(number).id(), number));
    }

    @Test
    void whatIsOfHighRiskIsNoCustomerBeforeASecondPersonHasApproved() {
        String number =
                given.aSubmittedApplication(
                        CustomerType.PHARMACY, EnumSet.allOf(RegulatoryCategory.class));
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);

        assertThatThrownBy(() -> registrations.approvedCustomer(number))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> registrations.activate(number, PROCESS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("second person");
        assertThat(customer(number).state()).isEqualTo(CustomerState.APPLICANT);

        registrations.approve(number, "", true, HEAD);
        assertThat(registrations.approvedCustomer(number)).isEqualTo(customer(number).id());
        registrations.activate(number, PROCESS);
        assertThat(customer(number).state()).isEqualTo(CustomerState.ACTIVE);
    }

    @Test
    void theSecondApprovalOfAnEarlierRoundIsNone() {
        String number =
                given.aSubmittedApplication(
                        CustomerType.PHARMACY, EnumSet.allOf(RegulatoryCategory.class));
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);
        registrations.requestSupplement(number, "more", List.of(), HEAD);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);

        assertThatThrownBy(() -> registrations.activate(number, PROCESS))
                .hasMessageContaining("second person");
    }

    @Test
    void whatWasCheckedBeforeTheNeedWasKeptIsJudgedByItsReport() {
        String number =
                given.aSubmittedApplication(
                        CustomerType.PHARMACY, EnumSet.allOf(RegulatoryCategory.class));
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);
        jdbc.sql("UPDATE application SET second_needed = NULL WHERE number = ?")
                .param(number)
                .update();

        assertThatThrownBy(() -> registrations.activate(number, PROCESS))
                .hasMessageContaining("second person");
    }

    @Test
    void anApprovalNeedsTheReportOfTheChecks() {
        String number = given.aSubmittedApplication();

        assertThatThrownBy(() -> registrations.approve(number, "", false, REVIEWER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state(number)).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void anApplicationWithAReturnedDocumentIsNotApproved() {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        var licence = document(number, DocumentType.BUSINESS_LICENCE);
        registrations.decideDocument(number, licence.id(), false, "wrong company", REVIEWER);

        assertThatThrownBy(() -> registrations.approve(number, "", false, REVIEWER))
                .isInstanceOf(IllegalStateException.class);

        registrations.decideDocument(number, licence.id(), true, "seen again", REVIEWER);
        assertThat(registrations.approve(number, "", false, REVIEWER))
                .isEqualTo(new ApprovalOutcome.Approved());
    }

    @Test
    void theSecondApprovalIsGivenByAnotherPerson() {
        String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);

        assertThat(registrations.approve(number, "", true, REVIEWER))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
        assertThat(
                        registrations.approve(
                                number, "", true, Actor.staff("Reviewer", "another shown name")))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
        assertThat(registrations.approve(number, "", true, HEAD))
                .isEqualTo(new ApprovalOutcome.Approved());
        assertThat(view(number).decisions())
                .extracting(ApplicationView.ReviewDecision::by)
                .containsExactly(REVIEWER.name(), HEAD.name());
    }

    @Test
    void whoDecidedADocumentDoesNotGiveTheSecondApproval() {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        registrations.decideDocument(
                number, document(number, DocumentType.BUSINESS_LICENCE).id(), true, "", HEAD);
        registrations.approve(number, "", false, REVIEWER);

        assertThat(registrations.approve(number, "", true, HEAD))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
    }

    @Test
    void whoAskedForASupplementDoesNotGiveTheSecondApproval() {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        registrations.requestSupplement(number, "more", List.of(), HEAD);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);

        assertThat(registrations.approve(number, "", true, HEAD))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
    }

    @Test
    void theHeadMayAskForASupplementAndApproveTheNextRound() {
        String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);

        registrations.requestSupplement(number, "one more paper", List.of(), HEAD);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        assertThatThrownBy(() -> registrations.approve(number, "", true, HEAD))
                .isInstanceOf(IllegalStateException.class);
        registrations.approve(number, "", false, REVIEWER);

        assertThat(registrations.approve(number, "", true, HEAD))
                .isEqualTo(new ApprovalOutcome.Approved());
    }

    @Test
    void staffThatHandedInAnApplicationDoesNotApproveIt() {
        Actor sales = Actor.staff("sales-1", "Sales One");
        String number = given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);
        registrations.edit(number, view(number).company(), sales);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);

        assertThat(registrations.approve(number, "", false, sales))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.handed-in"));
        assertThat(state(number)).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void whoeverMayNotJudgeIsRefusedADocumentAndASupplementTooAndTheAttemptIsKept() {
        Actor sales = Actor.staff("sales-1", "Sales One");
        String number = given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);
        registrations.edit(number, view(number).company(), sales);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        DocumentView licence = document(number, DocumentType.BUSINESS_LICENCE);

        assertThat(registrations.decideDocument(number, licence.id(), true, "", sales))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.handed-in"));
        assertThat(registrations.requestSupplement(number, "more", List.of(), sales))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.handed-in"));
        assertThat(registrations.reject(number, "no", false, sales))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.handed-in"));

        assertThat(document(number, DocumentType.BUSINESS_LICENCE).state())
                .isEqualTo(licence.state());
        assertThat(view(number).decisions()).isEmpty();
        assertThat(state(number)).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(
                        audit.page(
                                        new AuditQuery(null, null, number, "refuse-approval"),
                                        PageRequest.first(5))
                                .items())
                .hasSize(3)
                .allSatisfy(
                        kept -> {
                            assertThat(kept.entry().by()).isEqualTo(sales);
                            assertThat(kept.entry().details())
                                    .containsEntry("why", "four-eyes.handed-in");
                        });
    }

    @Test
    void aSupplementAskedForInTheSecondReviewIsNotTheFirstReviewers() {
        String number =
                given.aSubmittedApplication(
                        CustomerType.PHARMACY, EnumSet.allOf(RegulatoryCategory.class));
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);

        assertThat(registrations.requestSupplement(number, "more", List.of(), REVIEWER))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
        assertThat(state(number)).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void theSalespersonOfTheCompanyDoesNotApproveIt() {
        String number = given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);
        Company stated = view(number).company();
        registrations.edit(
                number,
                new Company(
                        stated.name(),
                        stated.type(),
                        stated.uscc(),
                        stated.region(),
                        stated.address(),
                        stated.contact(),
                        stated.phone(),
                        stated.invoiceTitle(),
                        "Sales-2"),
                APPLICANT);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);

        assertThat(registrations.approve(number, "", false, Actor.staff("sales-2", "Sales Two")))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.salesperson"));
    }

    @Test
    void neitherBuyersNorSystemsApprove() {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);

        for (Actor actor : List.of(Actor.buyer("colleague", "Colleague"), PROCESS)) {
            assertThat(registrations.approve(number, "", false, actor))
                    .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.not-staff"));
        }
        assertThatThrownBy(() -> registrations.reject(number, "no", false, APPLICANT))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state(number)).isEqualTo(ApplicationState.SUBMITTED);
    }

    @Test
    void twoApprovalsAtOnceAreOne() throws Exception {
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        List<Actor> staff = List.of(REVIEWER, HEAD, Actor.staff("third", "Third"));

        List<Object> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(3)) {
            List<Future<Object>> running =
                    pool.invokeAll(
                            staff.stream()
                                    .map(
                                            who ->
                                                    (Callable<Object>)
                                                            () ->
                                                                    outcomeOf(
                                                                            () ->
                                                                                    registrations
                                                                                            .approve(
                                                                                                    number,
                                                                                                    "",
                                                                                                    false,
                                                                                                    who)))
                                    .toList());
            for (Future<Object> one : running) {
                outcomes.add(one.get());
            }
        }

        assertThat(outcomes).filteredOn(new ApprovalOutcome.Approved()::equals).hasSize(1);
        assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(2);
        assertThat(view(number).decisions()).hasSize(1);
    }

    @Test
    void theSameApprovalOfTheSamePersonAgainChangesNothing() {
        String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);

        assertThat(registrations.approve(number, "again", false, REVIEWER))
                .isEqualTo(new ApprovalOutcome.Approved());
        assertThat(view(number).decisions()).hasSize(1);
    }

    @Test
    void aRejectionEndsItAndItsOpenDocuments() {
        String number = given.aSubmittedApplication();

        registrations.reject(number, "not a pharmacy", false, REVIEWER);
        registrations.reject(number, "not a pharmacy", false, REVIEWER);

        assertThat(state(number)).isEqualTo(ApplicationState.REJECTED);
        assertThat(view(number).documents())
                .extracting(DocumentView::state, DocumentView::reason)
                .containsOnly(tuple(DocumentState.REJECTED, "not a pharmacy"));
        assertThat(view(number).decisions()).hasSize(1);
        assertThat(customer(number).state()).isEqualTo(CustomerState.APPLICANT);
    }

    @Test
    void theProcessRejectsALapsedSupplementAndAnApplicationTheErpRefused() {
        String lapsed = given.aSubmittedApplication();
        registrations.requestSupplement(lapsed, "more", List.of(), REVIEWER);
        registrations.reject(lapsed, "supplement-overdue", false, PROCESS);
        assertThat(state(lapsed)).isEqualTo(ApplicationState.REJECTED);

        String refused = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
        registrations.approve(refused, "", true, HEAD);
        registrations.reject(refused, "erp-refused", false, PROCESS);
        assertThat(state(refused)).isEqualTo(ApplicationState.REJECTED);
    }

    @Test
    void theApplicantWithdrawsUntilApproved() {
        String number = given.aSubmittedApplication();
        registrations.withdraw(number, "changed our mind", APPLICANT);

        assertThat(state(number)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(events.stream(ApplicationWithdrawn.class))
                .containsExactly(new ApplicationWithdrawn(number, "changed our mind"));
        String approved = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
        assertThatThrownBy(() -> registrations.withdraw(approved, "", APPLICANT))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void everyTransitionThatAStateDoesNotAllowIsRefused(ApplicationState state) {
        String number = anApplicationIn(state);
        Consumer<String> edit =
                it -> registrations.edit(it, aCompany(CustomerType.PHARMACY), APPLICANT);
        Consumer<String> attach =
                it -> given.attach(it, aDocument(DocumentType.QUALITY_AGREEMENT, ""));
        Consumer<String> submit = it -> registrations.submit(it, APPLICANT);
        Consumer<String> withdraw = it -> registrations.withdraw(it, "", APPLICANT);
        Consumer<String> supplement =
                it -> registrations.requestSupplement(it, "more", List.of(), HEAD);
        Consumer<String> approve = it -> registrations.approve(it, "", false, HEAD);
        Consumer<String> second = it -> registrations.approve(it, "", true, HEAD);
        Consumer<String> reject = it -> registrations.reject(it, "no", false, HEAD);
        Consumer<String> activate = it -> registrations.activate(it, PROCESS);
        List<Consumer<String>> refused =
                switch (state) {
                    case DRAFT -> List.of(supplement, approve, second, reject, activate);
                    case SUBMITTED -> List.of(edit, attach, submit, second, activate);
                    case SUPPLEMENT_REQUESTED -> List.of(supplement, approve, second, activate);
                    case APPROVED -> List.of(edit, attach, submit, withdraw, approve);
                    case ACTIVE ->
                            List.of(
                                    edit,
                                    attach,
                                    submit,
                                    withdraw,
                                    supplement,
                                    approve,
                                    second,
                                    reject);
                    case REJECTED ->
                            List.of(
                                    edit,
                                    attach,
                                    submit,
                                    withdraw,
                                    supplement,
                                    approve,
                                    second,
                                    activate);
                    case WITHDRAWN ->
                            List.of(
                                    edit,
                                    attach,
                                    submit,
                                    withdraw,
                                    supplement,
                                    approve,
                                    second,
                                    reject,
                                    activate);
                };

        for (Consumer<String> transition : refused) {
            assertThatThrownBy(() -> transition.accept(number))
                    .as("%d of %s", refused.indexOf(transition), state)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(state(number)).isEqualTo(state);
    }

    @Test
    void reasonsAreNeededWhereSomebodyIsTurnedDown() {
        String number = given.aSubmittedApplication();

        assertThatThrownBy(() -> registrations.reject(number, " ", false, REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> registrations.requestSupplement(number, "", List.of(), REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> registrations.reject(number, "x".repeat(2001), false, REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileIsReadThroughItsOwnApplicationOnly() {
        String mine = given.aSubmittedApplication();
        String other = given.aSubmittedApplication();
        DocumentView licence = document(mine, DocumentType.BUSINESS_LICENCE);

        assertThat(registrations.file(mine, licence.id()))
                .hasValueSatisfying(
                        file -> {
                            assertThat(file.mediaType()).isEqualTo("application/pdf");
                            assertThat(file.content())
                                    .isEqualTo(
                                            Files.pdf(
                                                    "BUSINESS_LICENCE " + licence.data().number()));
                        });
        assertThat(registrations.file(other, licence.id())).isEmpty();
        assertThatThrownBy(
                        () -> registrations.decideDocument(other, licence.id(), true, "", REVIEWER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anApplicationTakesAHundredFilesAndNoMore() {
        String number = registrations.start(aCompany(CustomerType.PHARMACY), APPLICANT).number();
        DocumentData agreement = aDocument(DocumentType.QUALITY_AGREEMENT, "");
        for (int i = 0; i < 100; i++) {
            given.attach(number, agreement);
        }

        assertThat(registrations.attach(number, agreement, "x.pdf", Files.pdf("x"), APPLICANT))
                .isEqualTo(
                        new Registrations.DocumentOutcome.RefusedFile("document.too-many", "100"));
        assertThat(view(number).documents()).hasSize(100);
        assertThat(view(number).documents()).filteredOn(DocumentView::current).hasSize(1);
    }

    @Test
    void theListIsFilteredSortedAndPaged() {
        String number = given.aSubmittedApplication();
        String name = view(number).company().name();

        var byName = registrations.page(ApplicationState.SUBMITTED, name, PageRequest.first(10));
        assertThat(byName.items()).extracting(ApplicationRow::number).containsExactly(number);
        assertThat(byName.total()).isEqualTo(1);
        assertThat(registrations.page(ApplicationState.DRAFT, name, PageRequest.first(10)).items())
                .isEmpty();
        assertThat(registrations.page(null, "100%", PageRequest.first(10)).total()).isZero();
        assertThat(registrations.page(null, null, new PageRequest(0, 1, "-submitted")).items())
                .hasSize(1);
        assertThatThrownBy(
                        () -> registrations.page(null, null, new PageRequest(0, 1, "number; drop")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStepIsInTheAuditLog() {
        String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
        registrations.approve(number, "", true, REVIEWER);
        registrations.activate(number, PROCESS);

        var actions =
                audit
                        .page(
                                new AuditQuery(null, "application", number, null),
                                PageRequest.first(50))
                        .items()
                        .stream()
                        .map(recorded -> recorded.entry().action())
                        .distinct();

        assertThat(actions)
                .containsExactly(
                        "refuse-approval",
                        "approve-application",
                        "accept-document",
                        "check-application",
                        "submit-application",
                        "attach-document",
                        "start-application");
        assertThat(audit.verify()).isEmpty();
    }

    private String anApplicationIn(ApplicationState state) {
        return switch (state) {
            case DRAFT -> given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);
            case SUBMITTED -> {
                String number = given.aSubmittedApplication();
                registrations.runChecks(number);
                yield number;
            }
            case SUPPLEMENT_REQUESTED -> {
                String number = given.aSubmittedApplication();
                registrations.requestSupplement(number, "more", List.of(), REVIEWER);
                yield number;
            }
            case APPROVED -> given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
            case ACTIVE -> {
                String number = given.anApprovedApplication(CustomerType.PHARMACY, SCOPE);
                registrations.activate(number, PROCESS);
                yield number;
            }
            case REJECTED -> {
                String number = given.aSubmittedApplication();
                registrations.reject(number, "no", false, REVIEWER);
                yield number;
            }
            case WITHDRAWN -> {
                String number = given.aSubmittedApplication();
                registrations.withdraw(number, "", APPLICANT);
                yield number;
            }
        };
    }

    private ApplicationView view(String number) {
        return registrations.application(number).orElseThrow();
    }

    private ApplicationState state(String number) {
        return view(number).state();
    }

    private CustomerView customer(String number) {
        return customers.customer(view(number).customer()).orElseThrow();
    }

    private DocumentView document(String number, DocumentType type) {
        return view(number).documents().stream()
                .filter(held -> held.current() && held.data().type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> atOnce(int times, Callable<?> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> one :
                    pool.invokeAll(
                            Stream.generate(() -> (Callable<Object>) () -> outcomeOf(call))
                                    .limit(times)
                                    .toList())) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private static Object outcomeOf(Callable<?> call) {
        try {
            return call.call();
        } catch (Exception e) {
            return e;
        }
    }
}
