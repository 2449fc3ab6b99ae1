package io.mallhub.customer;

import static io.mallhub.customer.CustomerType.CLINIC;
import static io.mallhub.customer.CustomerType.HOSPITAL;
import static io.mallhub.customer.CustomerType.PHARMACY;
import static io.mallhub.customer.CustomerType.PHARMACY_CHAIN;
import static io.mallhub.customer.CustomerType.WHOLESALER;
import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.PROCESS;
import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static io.mallhub.fixture.CustomerFixtures.aDocument;
import static io.mallhub.shared.RegulatoryCategory.ANABOLIC_PEPTIDE;
import static io.mallhub.shared.RegulatoryCategory.BIOLOGICAL;
import static io.mallhub.shared.RegulatoryCategory.DEVICE_II;
import static io.mallhub.shared.RegulatoryCategory.DEVICE_III;
import static io.mallhub.shared.RegulatoryCategory.INSULIN;
import static io.mallhub.shared.RegulatoryCategory.NARCOTIC;
import static io.mallhub.shared.RegulatoryCategory.OTC_A;
import static io.mallhub.shared.RegulatoryCategory.OTC_B;
import static io.mallhub.shared.RegulatoryCategory.OTHER;
import static io.mallhub.shared.RegulatoryCategory.PRESCRIPTION;
import static io.mallhub.shared.RegulatoryCategory.PSYCHOTROPIC_I;
import static io.mallhub.shared.RegulatoryCategory.PSYCHOTROPIC_II;
import static io.mallhub.shared.RegulatoryCategory.VACCINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.customer.LicenceGate.Item;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.customer.SellerLicences.SellerLicence;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class LicenceGateTest {
    private static final Actor STAFF = Actor.staff("quality", "Quality");

    /** Everything a licence can state. */
    private static final Set<RegulatoryCategory> ALL = EnumSet.allOf(RegulatoryCategory.class);

    @Autowired LicenceGate gate;
    @Autowired Customers customers;
    @Autowired Registrations registrations;
    @Autowired SellerLicences seller;
    @Autowired CustomerFixtures given;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        clock.reset();
        given.theSellerMaySell(ALL);
    }

    @Test
    void aCoveredProductIsAllowedWithItsEvidence() {
        CustomerView pharmacy = given.anActiveCustomer();

        Verdict verdict = check(pharmacy, OTC_A);

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.reason()).isNull();
        assertThat(verdict.evidence())
                .containsEntry("document", "DRUG_DISTRIBUTION_LICENCE")
                .containsEntry("scope", "OTC_A")
                .containsEntry("validUntil", "2028-12-31")
                .containsEntry("today", "2026-11-24")
                .containsEntry("sellerLicence", "沪AA310000001")
                .containsKey("number");
    }

    @Test
    void everyItemGetsItsOwnVerdictInTheOrderAsked() {
        CustomerView pharmacy = given.anActiveCustomer();
        List<Item> items = List.of(item(OTC_A), item(BIOLOGICAL), item(null), item(OTC_B));

        List<Verdict> verdicts = gate.check(pharmacy.id(), items);

        assertThat(verdicts).extracting(Verdict::allowed).containsExactly(true, false, false, true);
        assertThat(verdicts)
                .extracting(Verdict::product)
                .containsExactlyElementsOf(items.stream().map(Item::product).toList());
    }

    @Test
    void aProductWithoutCategoryIsSoldToNobody() {
        assertThat(check(given.anActiveCustomer(), null).reason()).isEqualTo("gate.uncategorised");
    }

    @Test
    void aScopeTheLicenceDoesNotStateIsNotCovered() {
        Verdict verdict = check(given.anActiveCustomer(), BIOLOGICAL);

        assertThat(verdict.reason()).isEqualTo("gate.scope-not-covered");
        assertThat(verdict.evidence()).containsEntry("scope", "BIOLOGICAL");
    }

    @ParameterizedTest
    @EnumSource(CustomerType.class)
    void narcoticsAndPsychotropicsOfClassIAreNeverSold(CustomerType type) {
        CustomerView customer = given.anActiveCustomer(type, ALL);

        assertThat(check(customer, NARCOTIC).reason()).isEqualTo("gate.never-in-mall");
        assertThat(check(customer, PSYCHOTROPIC_I).reason()).isEqualTo("gate.never-in-mall");
        assertThat(check(customer, VACCINE).reason()).isEqualTo("gate.not-for-this-buyer");
    }

    @Test
    void theRulesCannotEvenBeWrittenAgainstTheLaw() {
        for (String rule :
                List.of(
                        "'NARCOTIC', 'HOSPITAL'",
                        "'PSYCHOTROPIC_I', 'PHARMACY_CHAIN'",
                        "'PSYCHOTROPIC_II', 'PHARMACY'")) {
            assertThatThrownBy(
                            () ->
                                    jdbc.sql(
                                                    "insert into sale_rule values ("
                                                            + rule
                                                            + ", 'BUSINESS_LICENCE', '')")
                                            .update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(CustomerType.class)
    void psychotropicsOfClassIiGoToApprovedChainsOnly(CustomerType type) {
        assertThat(check(given.anActiveCustomer(type, ALL), PSYCHOTROPIC_II).allowed())
                .isEqualTo(type == PHARMACY_CHAIN);
        assertThat(
                        check(given.anActiveCustomer(type, Set.of(PRESCRIPTION)), PSYCHOTROPIC_II)
                                .allowed())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(CustomerType.class)
    void anabolicsAndPeptidesDoNotGoToPharmaciesButInsulinDoes(CustomerType type) {
        CustomerView customer = given.anActiveCustomer(type, ALL);

        assertThat(check(customer, ANABOLIC_PEPTIDE).allowed())
                .isEqualTo(type == HOSPITAL || type == WHOLESALER);
        assertThat(check(customer, INSULIN).allowed()).isTrue();
    }

    @Test
    void insulinIsCoveredByAScopeOfBiologicals() {
        CustomerView pharmacy = given.anActiveCustomer(PHARMACY, Set.of(BIOLOGICAL));

        assertThat(check(pharmacy, INSULIN).evidence()).containsEntry("scope", "BIOLOGICAL");
    }

    @Test
    void devicesNeedTheirOwnDocumentFromWhoResellsThem() {
        assertThat(check(given.anActiveCustomer(PHARMACY, ALL), DEVICE_III).reason())
                .isEqualTo("gate.document-missing");
        String number = given.aCompleteDraft(PHARMACY, Set.of(OTC_A));
        given.attach(number, aDocument(DocumentType.DEVICE_III_LICENCE, "沪药监械经营许2024001"));
        CustomerView pharmacy = activate(number);

        assertThat(check(pharmacy, DEVICE_III).allowed()).isTrue();
        assertThat(check(pharmacy, DEVICE_II).allowed()).isFalse();
        assertThat(check(given.anActiveCustomer(CLINIC, Set.of()), DEVICE_III).allowed()).isTrue();
    }

    @Test
    void theSellerNeedsTheScopeToo() {
        CustomerView pharmacy = given.anActiveCustomer();
        given.theSellerMaySell(EnumSet.of(OTC_A));

        assertThat(check(pharmacy, OTC_A).allowed()).isTrue();
        assertThat(check(pharmacy, PRESCRIPTION).reason()).isEqualTo("gate.seller-scope");
    }

    @Test
    void theSellersOwnLicenceExpiresToo() {
        CustomerView pharmacy = given.anActiveCustomer();
        seller.declare(new SellerLicence("沪AA310000001", LocalDate.of(2026, 12, 31), ALL), STAFF);

        clock.set("2026-12-31T23:59:59");
        assertThat(check(pharmacy, OTC_A).allowed()).isTrue();
        clock.set("2027-01-01T00:00:00");
        assertThat(check(pharmacy, OTC_A).reason()).isEqualTo("gate.seller-scope");
    }

    @Test
    void aWithdrawnSellersLicenceStopsAllSales() {
        CustomerView pharmacy = given.anActiveCustomer();

        seller.withdraw("沪AA310000001", "revoked", STAFF);

        assertThat(seller.all()).isEmpty();
        assertThat(gate.openCategories(pharmacy.id())).isEmpty();
        assertThatThrownBy(() -> seller.withdraw("沪AA310000001", "again", STAFF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLicenceIsValidThroughTheLastSecondOfItsDayInShanghai() {
        CustomerView pharmacy = given.anActiveCustomer();

        clock.set("2028-12-31T23:59:59.999");
        assertThat(check(pharmacy, OTC_A).allowed()).isTrue();
        clock.set("2029-01-01T00:00:00");
        assertThat(check(pharmacy, OTC_A).reason()).isEqualTo("gate.licence-expired");
        assertThat(check(pharmacy, OTC_A).evidence())
                .containsEntry("state", "EXPIRED")
                .containsEntry("validUntil", "2028-12-31")
                .containsEntry("today", "2029-01-01");
        assertThat(customers.customer(pharmacy.id()).orElseThrow().documents())
                .extracting(DocumentView::state)
                .containsOnly(DocumentState.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "BUSINESS_LICENCE",
                "PURCHASER_AUTHORISATION",
                "QUALITY_AGREEMENT",
                "INVOICING_DATA"
            })
    void anyExpiredGeneralDocumentLocksAllOrdering(DocumentType type) {
        CustomerView pharmacy = aPharmacyWhose(type, LocalDate.of(2026, 12, 1));
        assertThat(check(pharmacy, OTC_A).allowed()).isTrue();

        clock.set("2026-12-02T00:00:00");

        assertThat(check(pharmacy, OTC_A).reason()).isEqualTo("gate.licence-expired");
        assertThat(check(pharmacy, OTC_A).evidence()).containsEntry("document", type.name());
        assertThat(gate.openCategories(pharmacy.id())).isEmpty();
    }

    @Test
    void anExpiredDrugLicenceLocksWhatItCoversAndNothingElse() {
        CustomerView pharmacy =
                aPharmacyWhose(DocumentType.DRUG_DISTRIBUTION_LICENCE, LocalDate.of(2026, 12, 1));

        clock.set("2026-12-02T00:00:00");

        assertThat(check(pharmacy, OTC_A).reason()).isEqualTo("gate.licence-expired");
        assertThat(check(pharmacy, OTHER).allowed()).isTrue();
    }

    @Test
    void aLongTermDocumentDoesNotExpire() {
        CustomerView pharmacy = aPharmacyWhose(DocumentType.BUSINESS_LICENCE, null);

        assertThat(check(pharmacy, OTC_A).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROZEN", "RETURNED", "REJECTED", "PENDING_REVIEW", "DRAFT"})
    void aDocumentThatIsNotValidOpensNothing(String state) {
        CustomerView pharmacy = given.anActiveCustomer();
        jdbc.sql(
                        """
                        update qualification_document set state = ?
                        where customer = ? and type = 'DRUG_DISTRIBUTION_LICENCE'
                        """)
                .params(state, pharmacy.id().value())
                .update();

        assertThat(check(pharmacy, OTC_A).reason()).isEqualTo("gate.document-not-valid");
        assertThat(check(pharmacy, OTC_A).evidence()).containsEntry("state", state);
    }

    @Test
    void applicantsLockedCustomersAndStrangersMayNotOrder() {
        String number = given.anApprovedApplication(PHARMACY, Set.of(OTC_A));
        CustomerView applicant = customerOf(number);
        assertThat(check(applicant, OTC_A).reason()).isEqualTo("gate.customer-not-active");

        CustomerView locked = given.anActiveCustomer();
        customers.lock(locked.id(), "unpaid for months", STAFF);
        assertThat(check(locked, OTC_A).reason()).isEqualTo("gate.customer-not-active");
        assertThat(check(locked, OTC_A).evidence()).containsEntry("why", "unpaid for months");
        customers.unlock(locked.id(), "paid", STAFF);
        assertThat(check(locked, OTC_A).allowed()).isTrue();

        CustomerId stranger = new CustomerId(UUID.randomUUID());
        assertThat(gate.check(stranger, List.of(item(OTC_A))))
                .extracting(Verdict::reason)
                .containsExactly("gate.customer-unknown");
        assertThat(gate.openCategories(stranger)).isEmpty();
    }

    @Test
    void theOpenCategoriesAreThoseTheGateWouldAllow() {
        CustomerView chain =
                given.anActiveCustomer(PHARMACY_CHAIN, Set.of(OTC_A, OTC_B, PSYCHOTROPIC_II));

        assertThat(gate.openCategories(chain.id()))
                .containsExactlyInAnyOrder(OTC_A, OTC_B, PSYCHOTROPIC_II, OTHER);
        for (RegulatoryCategory category : RegulatoryCategory.values()) {
            assertThat(check(chain, category).allowed())
                    .as("%s", category)
                    .isEqualTo(gate.openCategories(chain.id()).contains(category));
        }
    }

    private CustomerView aPharmacyWhose(DocumentType type, @Nullable LocalDate validUntil) {
        String number = given.aCompleteDraft(PHARMACY, Set.of(OTC_A));
        DocumentData stated =
                registrations.application(number).orElseThrow().documents().stream()
                        .map(DocumentView::data)
                        .filter(data -> data.type() == type)
                        .findFirst()
                        .orElseThrow();
        given.attach(
                number,
                new DocumentData(
                        type,
                        stated.number(),
                        stated.issuer(),
                        stated.issuedOn(),
                        validUntil,
                        stated.scopeCodes()));
        return activate(number);
    }

    private CustomerView activate(String number) {
        given.theSellerMaySell(ALL);
        registrations.submit(number, APPLICANT);
        registrations.runChecks(number);
        registrations.approve(number, "", false, REVIEWER);
        registrations.activate(number, PROCESS);
        return customerOf(number);
    }

    private CustomerView customerOf(String number) {
        return customers
                .customer(registrations.application(number).orElseThrow().customer())
                .orElseThrow();
    }

    private Verdict check(CustomerView customer, @Nullable RegulatoryCategory category) {
        return gate.check(customer.id(), List.of(item(category))).getFirst();
    }

    private static Item item(@Nullable RegulatoryCategory category) {
        return new Item(new ProductId(UUID.randomUUID()), category);
    }
}
