package io.mallhub.customer;

import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.customer.LicenceGate.Item;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MallTest
@RecordApplicationEvents
class RenewalsTest {
    private static final LocalDate END = LocalDate.of(2028, 12, 31);
    private static final Actor SECOND = Actor.staff("second-reviewer", "Second");

    @Autowired ApplicationEvents events;
    @Autowired Renewals renewals;
    @Autowired Customers customers;
    @Autowired LicenceGate gate;
    @Autowired CustomerFixtures fixtures;
    @Autowired MutableClock clock;
    @Autowired AuditLog audit;

    private CustomerView customer;

    @BeforeEach
    void aCustomerWhoseDocumentsEndWithTheYear() {
        clock.reset();
        customer = fixtures.anActiveCustomer();
        clock.set("2028-12-01T12:00:00");
        scan();
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void everyDocumentInForceGetsOneRenewalHoweverManyScansRun() throws Exception {
        AtOnce.run(4, n -> scan());

        assertThat(renewals.openOf(customer.id()))
                .hasSize(customer.documents().size())
                .allSatisfy(
                        one -> {
                            assertThat(one.state()).isEqualTo(RenewalState.AWAITED);
                            assertThat(one.expiring().data().validUntil()).isEqualTo(END);
                        });
    }

    @Test
    void whatIsFarFromItsEndIsLeftAlone() {
        clock.set("2028-09-01T12:00:00");
        CustomerView other = fixtures.anActiveCustomer();

        scan();

        assertThat(renewals.openOf(other.id())).isEmpty();
    }

    @Test
    void theNewVersionComesIntoForceWhenApprovedAndUntilThenTheOldOneHolds() {
        RenewalView renewal = licence();
        submit(renewal, aLicence("沪DA900000001", END.plusYears(5), "PRESCRIPTION"));

        assertThat(current().version()).isEqualTo(1);
        renewals.approve(renewal.number(), "seen", REVIEWER);

        assertThat(current().version()).isEqualTo(2);
        assertThat(current().state()).isEqualTo(DocumentState.VALID);
        assertThat(renewals.renewal(renewal.number()).orElseThrow().state())
                .isEqualTo(RenewalState.APPROVED);
        clock.set("2029-01-02T12:00:00");
        assertThat(renewals.openOf(customer.id()))
                .extracting(RenewalView::number)
                .doesNotContain(renewal.number());
    }

    @Test
    void theReviewerSeesWhatChanged() {
        RenewalView renewal = licence();
        submit(renewal, aLicence("沪DA900000002", END.plusYears(5), "PRESCRIPTION", "BIOLOGICAL"));

        RenewalView seen = renewals.renewal(renewal.number()).orElseThrow();

        assertThat(seen.differences())
                .extracting(ApplicationView.Difference::subject)
                .contains(
                        "DRUG_DISTRIBUTION_LICENCE.number",
                        "DRUG_DISTRIBUTION_LICENCE.validUntil",
                        "DRUG_DISTRIBUTION_LICENCE.scopeCodes");
        assertThat(renewals.facts(renewal.number()).widened()).isTrue();
        assertThat(renewals.facts(renewal.number()).daysLeft()).isEqualTo(30);
    }

    @Test
    void whoHandedItInOrBroughtTheCompanyMayNotApproveAndTheAttemptIsLogged() {
        RenewalView renewal = licence();
        Actor insider = Actor.staff("insider", "Insider");
        renewals.submit(renewal.number(), goodLicence(), "l.pdf", Files.pdf("licence"), insider);

        assertThat(renewals.approve(renewal.number(), "", insider))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.handed-in"));
        assertThat(renewals.approve(renewal.number(), "", APPLICANT))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.not-staff"));
        assertThat(renewals.sendBack(renewal.number(), "no", insider))
                .isInstanceOf(ApprovalOutcome.NotYou.class);
        assertThat(
                        audit.page(
                                        new AuditQuery(
                                                "insider",
                                                "renewal",
                                                renewal.number(),
                                                "refuse-approval"),
                                        PageRequest.first(10))
                                .items())
                .hasSize(2);
        assertThat(renewals.renewal(renewal.number()).orElseThrow().state())
                .isEqualTo(RenewalState.SUBMITTED);
    }

    @Test
    void aVersionSentBackIsHandedInAgain() {
        RenewalView renewal = licence();
        submit(renewal, goodLicence());
        renewals.sendBack(renewal.number(), "page 2 is missing", REVIEWER);
        submit(renewal, goodLicence());

        renewals.approve(renewal.number(), "", SECOND);

        assertThat(current().version()).isEqualTo(3);
        assertThat(renewals.renewal(renewal.number()).orElseThrow().decisions())
                .extracting(ApplicationView.ReviewDecision::step)
                .containsExactly("return", "approve");
    }

    @Test
    void aVersionThatEndsNoLaterOrIsAnotherDocumentIsRefusedInWords() {
        RenewalView renewal = licence();

        assertThat(handIn(renewal, aLicence("沪DA900000003", END, "PRESCRIPTION")))
                .isEqualTo(new DocumentOutcome.RefusedFile("renewal.ends-too-early", "2028-12-31"));
        assertThat(handIn(renewal, CustomerFixtures.aDocument(DocumentType.QUALITY_AGREEMENT, "")))
                .isEqualTo(
                        new DocumentOutcome.RefusedFile(
                                "renewal.other-type", "DRUG_DISTRIBUTION_LICENCE"));
    }

    @Test
    void whileOneVersionIsUnderReviewNoOtherIsTaken() {
        RenewalView renewal = licence();
        submit(renewal, goodLicence());

        assertThatThrownBy(() -> handIn(renewal, goodLicence()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SUBMITTED");
    }

    @Test
    void atTheEndOfItsLastDayTheDocumentLocksAndARenewalApprovedLaterOpensAgain() {
        RenewalView renewal = licence();
        clock.set("2028-12-31T23:59:59");
        assertThat(allowed()).isTrue();
        clock.set("2029-01-01T00:00:00");
        renewals.lapse(renewal.number());
        renewals.lapse(renewal.number());
        assertThat(allowed()).isFalse();
        assertThat(events.stream(LicenceLost.class))
                .containsExactly(new LicenceLost(customer.id(), renewal.number()));
        assertThat(renewals.renewal(renewal.number()).orElseThrow().lapsedAt()).isNotNull();

        renewEverything();

        assertThat(allowed()).isTrue();
    }

    @Test
    void aNewVersionThatStatesLessIsALossAtOnceAndOneThatStatesAsMuchIsNone() {
        RenewalView renewal = licence();
        Set<String> before = renewal.expiring().data().scopeCodes();
        assertThat(before).contains("PRESCRIPTION", "OTC_A");
        String[] wider = withMore(before);
        RenewalView other = licenceOfAnotherCustomer();
        submit(other, aLicence("沪DA900000004", END.plusYears(5), wider));
        renewals.approve(other.number(), "", REVIEWER);
        assertThat(events.stream(LicenceLost.class)).isEmpty();

        submit(renewal, aLicence("沪DA900000005", END.plusYears(5), "OTC_A", "BIOLOGICAL"));
        assertThat(events.stream(LicenceLost.class)).isEmpty();
        assertThat(allowed()).isTrue();
        renewals.approve(renewal.number(), "", REVIEWER);
        renewals.approve(renewal.number(), "", REVIEWER);

        assertThat(allowed()).isFalse();
        assertThat(events.stream(LicenceLost.class))
                .containsExactly(new LicenceLost(customer.id(), renewal.number() + "/version-2"));
    }

    @Test
    void aLapseAndANarrowerVersionAfterItAreTwoLosses() {
        RenewalView renewal = licence();
        clock.set("2029-01-01T00:00:00");
        renewals.lapse(renewal.number());
        submit(renewal, aLicence("沪DA900000006", END.plusYears(5), "OTC_A"));

        renewals.approve(renewal.number(), "", REVIEWER);

        assertThat(events.stream(LicenceLost.class))
                .extracting(LicenceLost::occasion)
                .containsExactly(renewal.number(), renewal.number() + "/version-2");
    }

    private static String[] withMore(Set<String> scope) {
        return Stream.concat(scope.stream(), Stream.of("BIOLOGICAL"))
                .distinct()
                .toArray(String[]::new);
    }

    private RenewalView licenceOfAnotherCustomer() {
        CustomerView mine = customer;
        customer = fixtures.anActiveCustomer();
        scan();
        RenewalView found = licence();
        customer = mine;
        return found;
    }

    @Test
    void theForecastSaysWhatStopsWhen() {
        assertThat(forecast(END, END))
                .hasSize(customer.documents().size())
                .allSatisfy(row -> assertThat(row.renewal()).startsWith("QR"))
                .anyMatch(ExpiryRow::locksEverything);
        assertThat(forecast(END.plusDays(1), END.plusDays(9))).isEmpty();
    }

    /** Of this customer; the list has everybody's. */
    private List<ExpiryRow> forecast(LocalDate from, LocalDate until) {
        List<ExpiryRow> rows = new ArrayList<>();
        Page<ExpiryRow> page;
        int number = 0;
        do {
            page = renewals.forecast(from, until, PageRequest.of(number++, 200));
            rows.addAll(page.items());
        } while (!page.isLast());
        return rows.stream().filter(row -> row.customer().equals(customer.id())).toList();
    }

    private int scan() {
        int all = 0;
        for (int opened = renewals.openDue(90, 1000); opened > 0; ) {
            all += opened;
            opened = renewals.openDue(90, 1000);
        }
        return all;
    }

    private void renewEverything() {
        for (RenewalView one : renewals.openOf(customer.id())) {
            DocumentData old = one.expiring().data();
            submit(
                    one,
                    new DocumentData(
                            old.type(),
                            old.number(),
                            old.issuer(),
                            old.issuedOn(),
                            END.plusYears(5),
                            old.scopeCodes()));
            renewals.approve(one.number(), "", REVIEWER);
        }
    }

    private boolean allowed() {
        Item item = new Item(new ProductId(UUID.randomUUID()), RegulatoryCategory.PRESCRIPTION);
        return gate.check(customer.id(), List.of(item)).getFirst().allowed();
    }

    private RenewalView licence() {
        return renewals.openOf(customer.id()).stream()
                .filter(
                        one ->
                                one.expiring().data().type()
                                        == DocumentType.DRUG_DISTRIBUTION_LICENCE)
                .findFirst()
                .orElseThrow();
    }

    private DocumentView current() {
        return customers.customer(customer.id()).orElseThrow().documents().stream()
                .filter(one -> one.data().type() == DocumentType.DRUG_DISTRIBUTION_LICENCE)
                .findFirst()
                .orElseThrow();
    }

    private void submit(RenewalView renewal, DocumentData data) {
        assertThat(handIn(renewal, data)).isInstanceOf(DocumentOutcome.Attached.class);
    }

    private DocumentOutcome handIn(RenewalView renewal, DocumentData data) {
        return renewals.submit(renewal.number(), data, "l.pdf", Files.pdf("licence"), APPLICANT);
    }

    private static DocumentData goodLicence() {
        return aLicence("沪DA900000009", END.plusYears(5), "PRESCRIPTION", "OTC_A", "OTC_B");
    }

    private static DocumentData aLicence(String number, LocalDate end, String... scope) {
        return new DocumentData(
                DocumentType.DRUG_DISTRIBUTION_LICENCE,
                number,
                "上海市药品监督管理局",
                LocalDate.of(2028, 12, 1),
                end,
                Set.of(scope));
    }
}
