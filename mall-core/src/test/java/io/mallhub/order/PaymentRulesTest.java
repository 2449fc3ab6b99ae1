package io.mallhub.order;

import static io.mallhub.order.PaymentMethod.CREDIT;
import static io.mallhub.order.PaymentMethod.PREPAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.PaymentMethods.RuleQuery;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Viewer;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class PaymentRulesTest {
    private static final Actor DESK = TradeFixtures.DESK;

    private final CustomerId customer = new CustomerId(UUID.randomUUID());
    private final String level = UUID.randomUUID().toString();
    private final Viewer viewer = new Viewer(customer, level, "T" + level, "659004");

    @Autowired PaymentMethods methods;
    @Autowired Customers customers;
    @Autowired CustomerFixtures fixtures;

    @BeforeEach
    void somebodyHasTheLevel() {
        customers.changeLevel(fixtures.anActiveCustomer().id(), level, DESK);
    }

    @AfterEach
    void nothingIsLeftForOthers() {
        methods.page(new RuleQuery(false, level), PageRequest.first(50))
                .items()
                .forEach(rule -> methods.end(rule.id(), "测试结束", DESK));
    }

    @Test
    void withoutARuleAllMethodsAreAllowed() {
        assertThat(methods.decisive(viewer)).isEmpty();
        assertThat(methods.allowed(viewer)).isEqualTo(methods.offered());
    }

    @Test
    void theClosestAudienceDecides() {
        put(AudienceKind.REGION, "65", CREDIT);
        assertDecides(AudienceKind.REGION, CREDIT);
        put(AudienceKind.REGION, "6590", PREPAID);
        assertDecides(AudienceKind.REGION, PREPAID);
        put(AudienceKind.TYPE, viewer.type(), CREDIT);
        assertDecides(AudienceKind.TYPE, CREDIT);
        put(AudienceKind.LEVEL, level, PREPAID);
        assertDecides(AudienceKind.LEVEL, PREPAID);
        put(AudienceKind.CUSTOMER, customer.toString(), CREDIT);
        assertDecides(AudienceKind.CUSTOMER, CREDIT);
    }

    @Test
    void whatIsSaidAgainTakesThePlaceOfWhatWasSaid() {
        put(AudienceKind.LEVEL, level, PREPAID);
        put(AudienceKind.LEVEL, level, CREDIT);

        assertThat(methods.allowed(viewer)).containsOnly(CREDIT);
        assertThat(methods.page(new RuleQuery(false, level), PageRequest.first(9)).total())
                .isEqualTo(1);
        assertThat(methods.page(new RuleQuery(true, level), PageRequest.first(9)).items())
                .singleElement()
                .satisfies(it -> assertThat(it.methods()).containsOnly(PREPAID));
        assertThat(
                        methods.put(
                                new Audience(AudienceKind.LEVEL, level, level),
                                EnumSet.of(CREDIT),
                                "同上",
                                DESK))
                .contains("payment-rule.unchanged");
    }

    @Test
    void anEndedRuleLeavesTheWordToTheNext() {
        put(AudienceKind.LEVEL, level, PREPAID);
        long rule = methods.decisive(viewer).orElseThrow().id();

        assertThat(methods.end(rule, "", DESK)).contains("payment-rule.reason-missing");
        assertThat(methods.end(rule, "恢复", DESK)).isEmpty();

        assertThat(methods.allowed(viewer)).isEqualTo(methods.offered());
        assertThat(methods.end(rule, "恢复", DESK)).contains("payment-rule.ended-already");
    }

    @Test
    void nobodyIsNoAudienceAndOnlyStaffDecide() {
        Audience nobody = new Audience(AudienceKind.REGION, "6", "6");
        assertThat(methods.put(nobody, EnumSet.of(CREDIT), "x", DESK))
                .contains("payment-rule.audience");
        Audience noLevel = new Audience(AudienceKind.LEVEL, "GLOD", "GLOD");
        assertThat(methods.put(noLevel, EnumSet.of(CREDIT), "x", DESK))
                .contains("payment-rule.level");
        assertThat(
                        methods.put(
                                Audience.customer(customer, "C"),
                                EnumSet.of(CREDIT),
                                "x",
                                TradeFixtures.BUYER))
                .contains("payment-rule.not-staff");
    }

    private void put(AudienceKind kind, String of, PaymentMethod only) {
        assertThat(methods.put(new Audience(kind, of, level), EnumSet.of(only), "规定", DESK))
                .isEmpty();
    }

    private void assertDecides(AudienceKind kind, PaymentMethod only) {
        assertThat(methods.decisive(viewer).orElseThrow().audience().kind()).isEqualTo(kind);
        assertThat(methods.allowed(viewer)).containsOnly(only);
    }
}
