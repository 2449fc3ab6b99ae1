package io.mallhub.customer;

import static io.mallhub.customer.CheckFinding.Result.FAILED;
import static io.mallhub.customer.CheckFinding.Result.PASSED;
import static io.mallhub.customer.CheckFinding.Result.WARNING;
import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.aCompany;
import static io.mallhub.fixture.CustomerFixtures.aDocument;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.Registrations.RiskFacts;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class RegistrationChecksTest {
    private static final Set<RegulatoryCategory> SCOPE = Set.of(RegulatoryCategory.OTC_A);

    @Autowired Registrations registrations;
    @Autowired Customers customers;
    @Autowired CustomerFixtures given;

    @Test
    void aCleanApplicationPassesEveryCheck() {
        String number = given.aSubmittedApplication();

        CheckReport report = registrations.runChecks(number);

        assertThat(report.findings()).extracting(CheckFinding::result).containsOnly(PASSED);
        assertThat(report.findings())
                .extracting(CheckFinding::check)
                .contains("uscc", "number-format", "completeness", "expiry", "duplicate", "scope");
        assertThat(registrations.riskFacts(number))
                .isEqualTo(new RiskFacts("PHARMACY", 0, 0, false, false));
    }

    @Test
    void aWrongCheckCharacterGoesToTheReviewerWithBoth() {
        String number =
                submitted(
                        company -> withUscc(company, "91350100M000100Y44"),
                        aDocument(DocumentType.BUSINESS_LICENCE, "91350100M000100Y44"));

        assertThat(found(number, "uscc", "uscc"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.result()).isEqualTo(FAILED);
                            assertThat(finding.evidence()).isEqualTo("check.evidence.uscc-wrong");
                            assertThat(finding.values())
                                    .containsExactly("91350100M000100Y44", "4", "3");
                        });
        assertThat(registrations.riskFacts(number).failed()).isPositive();
    }

    @Test
    void aBusinessLicenceOfAnotherCompanyIsAWarning() {
        String number =
                submitted(same(), aDocument(DocumentType.BUSINESS_LICENCE, "91330100799655058B"));

        assertThat(found(number, "uscc", "BUSINESS_LICENCE"))
                .extracting(CheckFinding::result)
                .containsExactly(WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "沪DA310000017,PASSED",
        "沪CB310000017,PASSED",
        "沪DA2100123,PASSED",
        "沪AA310000017,WARNING",
        "沪XA310000017,FAILED",
        "12345,FAILED"
    })
    void theLicenceNumberIsJudgedByFormAndKind(String licence, CheckFinding.Result result) {
        String number =
                submitted(
                        same(),
                        aDocument(DocumentType.DRUG_DISTRIBUTION_LICENCE, licence, "OTC_A"));

        assertThat(found(number, "number-format", "DRUG_DISTRIBUTION_LICENCE"))
                .extracting(CheckFinding::result)
                .containsExactly(result);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void datesAreJudgedOnTheDayOfTheMall(
            String issued, @Nullable String until, CheckFinding.Result result) {
        String number =
                submitted(
                        same(),
                        new DocumentData(
                                DocumentType.DRUG_DISTRIBUTION_LICENCE,
                                "沪DA310000018",
                                "",
                                LocalDate.parse(issued),
                                until == null ? null : LocalDate.parse(until),
                                Set.of("OTC_A")));

        assertThat(found(number, "expiry", "DRUG_DISTRIBUTION_LICENCE"))
                .extracting(CheckFinding::result)
                .containsExactly(result);
    }

    /** Today is 2026-11-24. */
    static Stream<Arguments> dates() {
        return Stream.of(
                Arguments.of("2024-01-01", "2028-12-31", PASSED),
                Arguments.of("2021-11-23", "2026-11-23", FAILED),
                Arguments.of("2021-11-24", "2026-11-24", WARNING),
                Arguments.of("2021-12-25", "2026-12-24", WARNING),
                Arguments.of("2021-12-26", "2026-12-25", PASSED),
                Arguments.of("2026-11-25", "2031-11-24", FAILED),
                Arguments.of("2024-01-01", "2029-01-02", WARNING),
                Arguments.of("2024-01-01", null, WARNING));
    }

    @Test
    void anotherCustomerWithTheSameCodeIsADuplicate() {
        CustomerView other = given.anActiveCustomer();
        String number =
                submitted(
                        company -> withUscc(company, other.company().uscc()),
                        aDocument(DocumentType.BUSINESS_LICENCE, other.company().uscc()));

        assertThat(found(number, "duplicate", "uscc"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.result()).isEqualTo(FAILED);
                            assertThat(finding.values()).contains(other.number());
                        });
        assertThat(found(number, "duplicate", "BUSINESS_LICENCE")).hasSize(1);
        assertThat(registrations.riskFacts(number).duplicate()).isTrue();
    }

    @Test
    void anOldCustomerOfTheErpIsADuplicateToLookAt() {
        Company company = aCompany(CustomerType.PHARMACY);
        String erpNumber = "K" + UUID.randomUUID();
        customers.applyFromErp(
                new ApplyErpCustomer(
                        "erp-a", erpNumber, "老" + company.name(), company.uscc(), "", "", ""));
        String number = submitted(it -> company);

        assertThat(found(number, "duplicate", "uscc"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.result()).isEqualTo(WARNING);
                            assertThat(finding.values()).contains(erpNumber);
                        });
        assertThat(registrations.riskFacts(number).duplicate()).isTrue();
    }

    @Test
    void theSameNameIsAWarning() {
        CustomerView other = given.anActiveCustomer();
        String number =
                submitted(
                        company ->
                                new Company(
                                        other.company().name(),
                                        company.type(),
                                        company.uscc(),
                                        company.region(),
                                        company.address(),
                                        company.contact(),
                                        company.phone(),
                                        company.invoiceTitle(),
                                        null));

        assertThat(found(number, "duplicate", "name"))
                .extracting(CheckFinding::result)
                .containsExactly(WARNING);
    }

    @Test
    void aLicenceThatOpensNothingFailsAndAScopeForOthersWarns() {
        String number =
                submitted(
                        same(),
                        aDocument(
                                DocumentType.DRUG_DISTRIBUTION_LICENCE,
                                "沪DA310000019",
                                "ANABOLIC_PEPTIDE"));

        assertThat(found(number, "scope", "DRUG_DISTRIBUTION_LICENCE"))
                .extracting(CheckFinding::result)
                .containsExactly(WARNING);
        assertThat(registrations.riskFacts(number).controlledScope()).isTrue();
    }

    @Test
    void factsAreThereOnceTheChecksHaveRun() {
        String number = given.aSubmittedApplication();

        assertThatThrownBy(() -> registrations.riskFacts(number))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> registrations.runChecks("CR20200101-0000"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatCannotBeIsRefusedWithWordsForTheApplicant(DocumentData data, String problem) {
        String number = registrations.start(aCompany(CustomerType.PHARMACY), APPLICANT).number();

        DocumentOutcome outcome =
                registrations.attach(number, data, "x.pdf", Files.pdf("x"), APPLICANT);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DocumentOutcome.RefusedFile.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
        assertThat(registrations.application(number).orElseThrow().documents()).isEmpty();
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(
                        aDocument(DocumentType.BUSINESS_LICENCE, " "), "document.number-missing"),
                Arguments.of(
                        aDocument(DocumentType.PRACTICE_LICENCE, "1".repeat(101)),
                        "document.text-too-long"),
                Arguments.of(
                        aDocument(DocumentType.PRACTICE_LICENCE, "1", "COCAINE"),
                        "document.unknown-scope"),
                Arguments.of(
                        new DocumentData(
                                DocumentType.PRACTICE_LICENCE,
                                "1",
                                "",
                                LocalDate.of(2026, 1, 2),
                                LocalDate.of(2026, 1, 1),
                                Set.of()),
                        "document.dates-reversed"),
                Arguments.of(
                        new DocumentData(
                                DocumentType.PRACTICE_LICENCE,
                                "1",
                                "",
                                null,
                                LocalDate.of(12026, 1, 1),
                                Set.of()),
                        "document.date-impossible"));
    }

    @Test
    void aFileThatIsNoPictureOrPdfIsRefusedAndKeepsNothing() {
        String number = registrations.start(aCompany(CustomerType.PHARMACY), APPLICANT).number();

        DocumentOutcome outcome =
                registrations.attach(
                        number,
                        aDocument(DocumentType.QUALITY_AGREEMENT, ""),
                        "licence.pdf",
                        "<svg onload='alert(1)'/>".getBytes(),
                        APPLICANT);

        assertThat(outcome)
                .isEqualTo(new DocumentOutcome.RefusedFile("document.not-a-picture-or-pdf", ""));
        assertThat(registrations.application(number).orElseThrow().documents()).isEmpty();
    }

    /** The given documents replace the fixture's of the same type. */
    private String submitted(UnaryOperator<Company> stating, DocumentData... documents) {
        String number = given.aCompleteDraft(CustomerType.PHARMACY, SCOPE);
        Company company = registrations.application(number).orElseThrow().company();
        registrations.edit(number, stating.apply(company), APPLICANT);
        for (DocumentData document : documents) {
            given.attach(number, document);
        }
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        return number;
    }

    private static UnaryOperator<Company> same() {
        return UnaryOperator.identity();
    }

    private static Company withUscc(Company company, String uscc) {
        return new Company(
                company.name(),
                company.type(),
                uscc,
                company.region(),
                company.address(),
                company.contact(),
                company.phone(),
                company.invoiceTitle(),
                company.salesperson());
    }

    private List<CheckFinding> found(String number, String check, String subject) {
        return registrations.runChecks(number).findings().stream()
                .filter(found -> found.check().equals(check) && found.subject().equals(subject))
                .toList();
    }
}
