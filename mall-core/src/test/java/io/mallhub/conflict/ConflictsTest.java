package io.mallhub.conflict;

import static io.mallhub.catalog.ErpProducts.aDrug;
import static io.mallhub.catalog.ErpProducts.categorised;
import static io.mallhub.catalog.ErpProducts.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.conflict.ConflictView.State;
import io.mallhub.conflict.Conflicts.DecideConflict;
import io.mallhub.conflict.Conflicts.DecisionOutcome;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MallTest
@RecordApplicationEvents
class ConflictsTest {
    private static final Actor QUALITY = Actor.staff("quinn", "Quinn");
    private static final String CONNECTION = "erp-test";

    @Autowired Conflicts conflicts;
    @Autowired FieldOwners owners;
    @Autowired Products products;
    @Autowired Customers customers;
    @Autowired CustomerFixtures given;
    @Autowired AuditLog audit;
    @Autowired ApplicationEvents events;

    private final String code = "K" + UUID.randomUUID();
    private final ApplyErpProduct record = aDrug(code);

    @AfterEach
    void theUsualOwnersOwnAgain() {
        for (Field field : Field.values()) {
            owners.change(CONNECTION, field, field.usualOwner(), QUALITY);
        }
    }

    @Test
    void aCategoryOfTheDeskThatTheErpContradictsIsAskedAboutAndStaysMeanwhile() {
        ProductView product = theDeskSays(RegulatoryCategory.PRESCRIPTION);

        theErpSays("OTC_A");

        ConflictView conflict = open();
        assertThat(conflict.subject()).isEqualTo(product.id().toString());
        assertThat(conflict.title()).startsWith(code);
        assertThat(conflict.mallValue()).isEqualTo("PRESCRIPTION");
        assertThat(conflict.erpValue()).isEqualTo("OTC_A");
        assertThat(category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);
        assertThat(events.stream(ConflictFound.class))
                .containsExactly(
                        new ConflictFound(
                                conflict.number(), Field.PRODUCT_CATEGORY, conflict.title()));
    }

    @Test
    void whatTheErpSaysNextIsTheSameConflictWithItsNewestValue() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        String number = open().number();

        theErpSays("OTC_B");

        assertThat(open().number()).isEqualTo(number);
        assertThat(open().erpValue()).isEqualTo("OTC_B");
        assertThat(open().seen()).isEqualTo(2);
    }

    @Test
    void theErpChosenIsFollowedFromThenOn() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");

        decided(Side.ERP);

        assertThat(category()).isEqualTo(RegulatoryCategory.OTC_A);
        theErpSays("OTC_B");
        assertThat(category()).isEqualTo(RegulatoryCategory.OTC_B);
        assertThat(trail(code)).contains("categorise-product");
    }

    @Test
    void theMallChosenIsNotAskedAgainAboutTheSameTwoValues() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        String first = decided(Side.MALL).number();

        products.applyFromErp(List.of(named(categorised(record, "OTC_A"), "another name")));

        assertThat(all()).extracting(ConflictView::number).containsExactly(first);
        assertThat(category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_B");
        assertThat(open().number()).isNotEqualTo(first);
    }

    @Test
    void anErpThatComesRoundEndsTheConflict() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        String number = open().number();

        theErpSays("PRESCRIPTION");

        assertThat(state(number)).isEqualTo(State.SETTLED);
        assertThat(events.stream(ConflictSettled.class)).contains(new ConflictSettled(number));
    }

    @Test
    void aDeskThatComesRoundEndsTheConflict() {
        ProductView product = theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        String number = open().number();

        products.categorise(product.id(), RegulatoryCategory.OTC_A, QUALITY);

        assertThat(state(number)).isEqualTo(State.SETTLED);
    }

    @Test
    void aDecisionOnValuesThatAreNoLongerTrueIsRefused() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        ConflictView seen = open();
        theErpSays("OTC_B");

        DecisionOutcome outcome = decide(seen, Side.ERP, "as labelled");

        assertThat(outcome).isEqualTo(new DecisionOutcome.Changed(open()));
        assertThat(category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);
    }

    @Test
    void whatTheErpSaysBetweenDecisionAndApplicationIsANewConflict() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");
        ConflictView first = open();
        decide(first, Side.ERP, "as labelled");

        theErpSays("OTC_B");
        conflicts.apply(first.number());
        conflicts.apply(first.number());

        assertThat(category()).isEqualTo(RegulatoryCategory.OTC_A);
        assertThat(open().mallValue()).isEqualTo("OTC_A");
        assertThat(open().erpValue()).isEqualTo("OTC_B");
    }

    @Test
    void theOwnerOfAFieldIsNotAsked() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        owners.change(CONNECTION, Field.PRODUCT_CATEGORY, FieldOwner.MALL, QUALITY);
        theErpSays("OTC_A");
        assertThat(category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);

        owners.change(CONNECTION, Field.PRODUCT_CATEGORY, FieldOwner.ERP, QUALITY);
        theErpSays("OTC_B");

        assertThat(category()).isEqualTo(RegulatoryCategory.OTC_B);
        assertThat(all()).isEmpty();
    }

    @Test
    void aReviewedNameIsNotOverwrittenUnaskedButAddressesFollow() {
        CustomerView pharmacy = given.anActiveCustomer();

        customers.applyFromErp(erpCustomer(pharmacy, "改名大药房"));

        CustomerView kept = customers.customer(pharmacy.id()).orElseThrow();
        assertThat(kept.company().name()).isEqualTo(pharmacy.company().name());
        assertThat(kept.company().address()).isEqualTo("ERP 的地址");
        ConflictView conflict = openAbout(pharmacy.id().toString());
        decide(conflict, Side.ERP, "new licence seen");
        conflicts.apply(conflict.number());
        assertThat(customers.customer(pharmacy.id()).orElseThrow().company().name())
                .isEqualTo("改名大药房");
        assertThat(trail(pharmacy.number())).contains("rename-customer");
    }

    @Test
    void aNameInFullWidthIsTheSameName() {
        CustomerView pharmacy = given.anActiveCustomer();

        customers.applyFromErp(
                erpCustomer(pharmacy, " " + pharmacy.company().name().replace("0", "０")));

        assertThat(conflicts.page(true, PageRequest.first(200)).items())
                .noneMatch(it -> it.subject().equals(pharmacy.id().toString()));
    }

    @Test
    void aDecisionHasAReasonAndADecisionToApply() {
        theDeskSays(RegulatoryCategory.PRESCRIPTION);
        theErpSays("OTC_A");

        assertThatThrownBy(() -> decide(open(), Side.ERP, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> conflicts.apply(open().number()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static ApplyErpCustomer erpCustomer(CustomerView customer, String name) {
        return new ApplyErpCustomer(
                CONNECTION,
                "E" + customer.number(),
                name,
                customer.company().uscc(),
                "ERP 的地址",
                "",
                "");
    }

    private ProductView theDeskSays(RegulatoryCategory category) {
        products.applyFromErp(List.of(record));
        ProductView product = products.byCode(code).orElseThrow();
        products.categorise(product.id(), category, QUALITY);
        return product;
    }

    private void theErpSays(String category) {
        products.applyFromErp(List.of(categorised(record, category)));
    }

    private ConflictView decided(Side side) {
        ConflictView conflict = open();
        assertThat(decide(conflict, side, "as labelled")).isEqualTo(new DecisionOutcome.Decided());
        conflicts.apply(conflict.number());
        assertThat(state(conflict.number())).isEqualTo(State.APPLIED);
        return conflict;
    }

    private DecisionOutcome decide(ConflictView seen, Side side, String reason) {
        return conflicts.decide(
                new DecideConflict(seen.number(), seen.mallValue(), seen.erpValue(), side, reason),
                QUALITY);
    }

    private @Nullable RegulatoryCategory category() {
        return products.byCode(code).orElseThrow().category();
    }

    private ConflictView open() {
        return openAbout(products.byCode(code).orElseThrow().id().toString());
    }

    private ConflictView openAbout(String subject) {
        return conflicts.page(true, PageRequest.first(200)).items().stream()
                .filter(it -> it.subject().equals(subject))
                .reduce(
                        (one, other) -> {
                            throw new AssertionError("two open conflicts");
                        })
                .orElseThrow();
    }

    private List<ConflictView> all() {
        return conflicts.page(false, PageRequest.first(200)).items().stream()
                .filter(it -> it.title().startsWith(code))
                .toList();
    }

    private State state(String number) {
        return conflicts.conflict(number).orElseThrow().state();
    }

    private List<String> trail(String subject) {
        return audit
                .page(new AuditQuery(null, null, subject, null), PageRequest.first(50))
                .items()
                .stream()
                .map(it -> it.entry().action())
                .toList();
    }
}
