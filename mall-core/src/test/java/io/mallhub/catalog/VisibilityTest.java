package io.mallhub.catalog;

import static io.mallhub.catalog.ErpProducts.aDrug;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.Stays;
import io.mallhub.catalog.Products.Query;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.Visibility.RuleQuery;
import io.mallhub.catalog.VisibilityRule.Aspect;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Viewer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every rule that a test makes is ended after it: others see the whole catalogue. */
@MallTest
class VisibilityTest {
    private static final Actor DESK = Actor.staff("li", "李四");

    private final List<Long> made = new ArrayList<>();
    private final String level = "L" + UUID.randomUUID();
    private final Viewer viewer =
            new Viewer(new CustomerId(UUID.randomUUID()), level, "PHARMACY", "440300");
    @Autowired Visibility visibility;
    @Autowired Products products;
    @Autowired MerchandiseCategories merchandise;
    @Autowired Customers customers;
    @Autowired CustomerFixtures fixtures;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;
    private final String top = "T" + number();
    private final String middle = "M" + number();
    private final String leaf = "L" + number();
    private ProductView product;
    private Aspect about = Aspect.PRODUCT;

    @BeforeEach
    void aProduct() {
        customers.changeLevel(fixtures.anActiveCustomer().id(), level, DESK);
        String code = "V" + UUID.randomUUID();
        products.applyFromErp(List.of(aDrug(code)));
        ProductView bare = products.byCode(code).orElseThrow();
        products.categorise(bare.id(), RegulatoryCategory.INSULIN, DESK);
        put(top, "");
        put(middle, top);
        put(leaf, middle);
        merchandise.assign(bare.id(), Set.of(leaf), DESK);
        product = products.product(bare.id()).orElseThrow();
    }

    @AfterEach
    void everythingIsShownAgain() {
        clock.reset();
        made.forEach(id -> visibility.end(id, "测试结束", DESK));
    }

    @Test
    void withoutRulesEverybodySeesEverything() {
        assertThat(isShown(viewer)).isTrue();
        assertThat(isShown(Viewer.GUEST)).isTrue();
        assertThat(products.search(query().hiddenFrom(viewer), PageRequest.first(5)).total())
                .isZero();
    }

    @Test
    void aRuleReachesItsAudienceAndNobodyElse() {
        hide(theProduct(), new Audience(AudienceKind.REGION, "44", "广东省"));

        assertThat(isShown(viewer)).isFalse();
        assertThat(isShown(Viewer.GUEST)).isTrue();
        assertThat(isShown(new Viewer(viewer.customer(), level, "PHARMACY", "310000"))).isTrue();
        assertThat(products.search(query().hiddenFrom(viewer), PageRequest.first(5)).items())
                .extracting(ProductView::id)
                .containsExactly(product.id());
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void theCloserAudienceWinsThenTheCloserGoodsThenHiding(Aspect of) {
        about = of;
        hide(theProduct(), Audience.EVERYONE);
        assertThat(isShown(Viewer.GUEST)).isFalse();
        show(theCategory(), new Audience(AudienceKind.REGION, "44", ""));
        assertThat(isShown(viewer)).as("region before everyone").isTrue();
        hide(theCategory(), new Audience(AudienceKind.REGION, "4403", ""));
        assertThat(isShown(viewer)).as("longer prefix before shorter").isFalse();
        show(theCategory(), new Audience(AudienceKind.TYPE, "PHARMACY", ""));
        assertThat(isShown(viewer)).as("type before region").isTrue();
        hide(theCategory(), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("level before type").isFalse();
        show(theBranch(top), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("merchandise category before the law's").isTrue();
        hide(theBranch(middle), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("deeper category before what is above it").isFalse();
        show(theBranch(leaf), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("deepest category").isTrue();
        hide(theMaker(), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("maker before merchandise category").isFalse();
        end(made.getLast());
        show(theMaker(), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("maker before category").isTrue();
        hide(theProduct(), new Audience(AudienceKind.LEVEL, level, ""));
        assertThat(isShown(viewer)).as("product before maker").isFalse();
        show(theCategory(), theCustomer());
        assertThat(isShown(viewer)).as("customer before level").isTrue();
        hide(theCategory(), theCustomer());
        assertThat(isShown(viewer)).as("hidden before shown").isFalse();
    }

    @Test
    void aRuleAboutThePriceLeavesTheProductAndOneAboutTheProductThePrice() {
        about = Aspect.PRICE;
        VisibilityRule priceless = hide(theProduct(), Audience.EVERYONE);

        assertThat(visibility.withoutPrice(viewer, List.of(product.id())))
                .containsExactly(Map.entry(product.id(), priceless));
        assertThat(visibility.isHidden(viewer, product.id())).isFalse();
        assertThat(products.search(query().shownTo(viewer), PageRequest.first(5)).total())
                .isEqualTo(1);

        about = Aspect.PRODUCT;
        hide(theProduct(), new Audience(AudienceKind.REGION, "44", ""));
        show(theProduct(), theCustomer());

        assertThat(visibility.isHidden(viewer, product.id())).isFalse();
        assertThat(visibility.withoutPrice(viewer, List.of(product.id())))
                .as("what shows the product is no word about its price")
                .containsExactly(Map.entry(product.id(), priceless));
    }

    /** Against the sentence of {@link Visibility}, read naively. */
    @Test
    void whateverRulesThereAreTheStrongestOfEachAspectDecides() {
        Random random = new Random(20);
        List<Goods> goods =
                List.of(
                        Goods.ALL,
                        theCategory(),
                        theBranch(top),
                        theBranch(middle),
                        theBranch(leaf),
                        theBranch("OTHER"),
                        theMaker(),
                        theProduct());
        put("OTHER", "");
        List<Audience> audiences =
                List.of(
                        Audience.EVERYONE,
                        new Audience(AudienceKind.REGION, "44", ""),
                        new Audience(AudienceKind.REGION, "4403", ""),
                        new Audience(AudienceKind.REGION, "440300", ""),
                        new Audience(AudienceKind.REGION, "31", ""),
                        new Audience(AudienceKind.TYPE, "PHARMACY", ""),
                        new Audience(AudienceKind.TYPE, "HOSPITAL", ""),
                        new Audience(AudienceKind.LEVEL, level, ""),
                        theCustomer());
        for (int round = 0; round < 40; round++) {
            List<VisibilityRule> rules = new ArrayList<>();
            for (int many = random.nextInt(7); many > 0; many--) {
                PutOutcome outcome =
                        visibility.put(
                                new PutRule(
                                        Effect.values()[random.nextInt(4)],
                                        goods.get(random.nextInt(goods.size())),
                                        audiences.get(random.nextInt(audiences.size())),
                                        null,
                                        null,
                                        "随机",
                                        DESK));
                if (outcome instanceof PutOutcome.Put put) {
                    rules.add(put.rule());
                }
            }
            try {
                for (Aspect aspect : Aspect.values()) {
                    about = aspect;
                    assertThat(isShown(viewer)).as("%s %s", aspect, rules).isEqualTo(!hides(rules));
                }
            } finally {
                rules.forEach(rule -> visibility.end(rule.id(), "测试结束", DESK));
            }
        }
    }

    private boolean hides(List<VisibilityRule> rules) {
        List<String> mine = Audience.keys(viewer);
        return rules.stream()
                .filter(rule -> rule.effect().aspect() == about)
                .filter(rule -> mine.contains(rule.audience().key()))
                .filter(rule -> !rule.goods().of().equals("OTHER"))
                .max(
                        Comparator.<VisibilityRule>comparingInt(
                                        rule -> mine.indexOf(rule.audience().key()))
                                .thenComparing(rule -> rule.goods().kind())
                                .thenComparing(
                                        rule ->
                                                List.of(top, middle, leaf)
                                                        .indexOf(rule.goods().of()))
                                .thenComparing(rule -> rule.effect().hides()))
                .filter(rule -> rule.effect().hides())
                .isPresent();
    }

    @Test
    void theRuleThatHidesIsTheReason() {
        hide(theCategory(), Audience.EVERYONE);
        VisibilityRule strongest = hide(theProduct(), theCustomer());

        assertThat(visibility.hidden(viewer, List.of(product.id())))
                .containsExactly(Map.entry(product.id(), strongest));
    }

    @Test
    void aRuleCountsFromItsFirstThroughItsLastDayAndUntilItIsEnded() {
        LocalDate today = MallTime.today(clock);
        VisibilityRule rule =
                put(Effect.HIDE, theProduct(), theCustomer(), today.plusDays(1), today.plusDays(2));

        assertThat(isShown(viewer)).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(isShown(viewer)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(isShown(viewer)).isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(isShown(viewer)).isTrue();
        clock.reset();
        clock.advance(Duration.ofDays(1));
        assertThat(visibility.end(rule.id(), "", DESK)).contains("visibility.reason-missing");
        assertThat(visibility.end(rule.id(), "协议到期", DESK)).isEmpty();
        assertThat(isShown(viewer)).isTrue();
        assertThat(visibility.end(rule.id(), "再次", DESK)).contains("visibility.ended-already");
        assertThat(
                        audit.page(
                                        new AuditQuery(
                                                null,
                                                "visibility-rule",
                                                Long.toString(rule.id()),
                                                null),
                                        PageRequest.first(5))
                                .items())
                .extracting(it -> it.entry().action())
                .containsExactly("end-visibility-rule", "put-visibility-rule");
    }

    @Test
    void whatNamesNothingOrIsThereAlreadyIsRefused() {
        LocalDate today = MallTime.today(clock);
        hide(theProduct(), theCustomer());

        assertThat(refusal(theProduct(), theCustomer(), null, null)).isEqualTo("visibility.exists");
        assertThat(refusal(new Goods(GoodsKind.CATEGORY, "SWEETS", ""), theCustomer(), null, null))
                .isEqualTo("visibility.goods");
        assertThat(refusal(theBranch("NOBODY"), theCustomer(), null, null))
                .isEqualTo("visibility.goods");
        assertThat(refusal(theProduct(), new Audience(AudienceKind.REGION, "4", ""), null, null))
                .isEqualTo("visibility.audience");
        assertThat(refusal(theProduct(), theCustomer(), today.plusDays(2), today.plusDays(1)))
                .isEqualTo("visibility.dates");
        assertThat(refusal(theProduct(), theCustomer(), null, today.minusDays(1)))
                .isEqualTo("visibility.over");
    }

    @Test
    void rulesAreListedByEffectAudienceAndTextNewestFirst() {
        VisibilityRule first = hide(theProduct(), theCustomer());
        VisibilityRule second = show(theCategory(), theCustomer());
        VisibilityRule ended = hide(theMaker(), theCustomer());
        visibility.end(ended.id(), "撤销", DESK);

        assertThat(listed(false, null)).containsExactly(second.id(), first.id());
        assertThat(listed(false, Effect.HIDE)).containsExactly(first.id());
        assertThat(listed(true, null)).containsExactly(ended.id());
    }

    private List<Long> listed(boolean ended, @Nullable Effect effect) {
        return visibility
                .page(
                        new RuleQuery(ended, effect, AudienceKind.CUSTOMER, level),
                        PageRequest.first(5))
                .items()
                .stream()
                .map(VisibilityRule::id)
                .toList();
    }

    private boolean isShown(Viewer to) {
        Query searched =
                about == Aspect.PRODUCT ? query().hiddenFrom(to) : query().withoutPriceFor(to);
        boolean hidden = products.search(searched, PageRequest.first(5)).total() == 1;
        List<ProductId> asked = List.of(product.id());
        assertThat(
                        about == Aspect.PRODUCT
                                ? visibility.hidden(to, asked)
                                : visibility.withoutPrice(to, asked))
                .as("search and single question agree")
                .hasSize(hidden ? 1 : 0);
        if (about == Aspect.PRODUCT) {
            assertThat(products.search(query().shownTo(to), PageRequest.first(5)).total())
                    .isEqualTo(hidden ? 0 : 1);
        }
        return !hidden;
    }

    private Query query() {
        return new Query(product.code(), null, true, false);
    }

    private Goods theProduct() {
        return new Goods(GoodsKind.PRODUCT, product.id().value().toString(), product.code());
    }

    private Goods theMaker() {
        return new Goods(GoodsKind.MAKER, product.maker(), product.maker());
    }

    @Test
    void aLevelThatNoCustomerHasIsRefusedInWords() {
        assertThat(refusal(theProduct(), new Audience(AudienceKind.LEVEL, "GLOD", ""), null, null))
                .isEqualTo("visibility.level");
    }

    @Test
    void aCatalogueIsShownToOneAudienceAloneWithAllThatIsBelowIt() {
        PutOutcome outcome =
                visibility.putAlone(
                        new PutRule(
                                Effect.SHOW,
                                theBranch(top),
                                new Audience(AudienceKind.TYPE, "HOSPITAL", ""),
                                null,
                                null,
                                "医院专供目录",
                                DESK));

        assertThat(outcome).isInstanceOf(PutOutcome.Put.class);
        assertThat(isShown(viewer)).isFalse();
        assertThat(isShown(Viewer.GUEST)).isFalse();
        Viewer hospital = new Viewer(viewer.customer(), level, "HOSPITAL", "440300");
        assertThat(isShown(hospital)).isTrue();
        assertThat(visibility.hidden(viewer, List.of(product.id())).values())
                .as("the reason that is given")
                .extracting(VisibilityRule::goods)
                .containsExactly(theBranch(top));
        assertThat(merchandise.holding(query().shownTo(viewer))).doesNotContain(top, leaf);
        assertThat(merchandise.holding(query().shownTo(hospital))).contains(top, middle, leaf);

        // a second audience needs no second rule that hides
        assertThat(
                        visibility.putAlone(
                                new PutRule(
                                        Effect.SHOW,
                                        theBranch(top),
                                        theCustomer(),
                                        null,
                                        null,
                                        "另有协议",
                                        DESK)))
                .isInstanceOf(PutOutcome.Put.class);
        assertThat(isShown(viewer)).isTrue();
        assertThat(merchandise.remove(leaf, DESK)).contains(new Stays("merchandise.holds"));
        visibility
                .page(new RuleQuery(false, null, null, top), PageRequest.first(5))
                .items()
                .forEach(rule -> made.add(rule.id()));
    }

    @Test
    void aRuleAboutACategoryGoesAlongWhenItIsMovedAndKeepsItFromBeingRemoved() {
        hide(theBranch(leaf), Audience.EVERYONE);
        show(theBranch(middle), Audience.EVERYONE);
        assertThat(isShown(viewer)).as("the deeper hides").isFalse();

        put(leaf, "");

        assertThat(isShown(viewer)).as("it stands in no other any more").isFalse();
        put(middle, leaf);
        merchandise.assign(product.id(), Set.of(middle), DESK);
        assertThat(isShown(viewer)).as("now the other one is deeper").isTrue();
        merchandise.assign(product.id(), Set.of(), DESK);
        assertThat(isShown(viewer)).isTrue();
        assertThat(merchandise.remove(middle, DESK)).contains(new Stays("merchandise.in-rule"));
    }

    private void end(long id) {
        assertThat(visibility.end(id, "测试", DESK)).isEmpty();
    }

    private void put(String code, String parent) {
        assertThat(merchandise.put(new PutCategory(code, parent, "目录" + code, "C" + code, 0), DESK))
                .isInstanceOf(MerchandiseCategories.PutOutcome.Put.class);
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static Goods theBranch(String code) {
        return new Goods(GoodsKind.MERCHANDISE, code, code);
    }

    private static Goods theCategory() {
        return new Goods(GoodsKind.CATEGORY, "INSULIN", "");
    }

    private Audience theCustomer() {
        String id = Objects.requireNonNull(viewer.customer()).value().toString();
        return new Audience(AudienceKind.CUSTOMER, id, level);
    }

    private VisibilityRule hide(Goods goods, Audience audience) {
        return put(
                about == Aspect.PRICE ? Effect.HIDE_PRICE : Effect.HIDE,
                goods,
                audience,
                null,
                null);
    }

    private VisibilityRule show(Goods goods, Audience audience) {
        return put(
                about == Aspect.PRICE ? Effect.SHOW_PRICE : Effect.SHOW,
                goods,
                audience,
                null,
                null);
    }

    private VisibilityRule put(
            Effect effect,
            Goods goods,
            Audience audience,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        PutOutcome outcome =
                visibility.put(new PutRule(effect, goods, audience, from, until, "供应协议", DESK));
        assertThat(outcome).isInstanceOf(PutOutcome.Put.class);
        VisibilityRule rule = ((PutOutcome.Put) outcome).rule();
        made.add(rule.id());
        return rule;
    }

    private String refusal(
            Goods goods, Audience audience, @Nullable LocalDate from, @Nullable LocalDate until) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(Effect.HIDE, goods, audience, from, until, "供应协议", DESK));
        return ((PutOutcome.Refused) outcome).why();
    }
}
