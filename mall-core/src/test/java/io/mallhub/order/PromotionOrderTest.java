package io.mallhub.order;

import static io.mallhub.fixture.PromotionFixtures.COMPLIANCE;
import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerType;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Step;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.UserId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of two products at 10.00 each, rules about them, and cups at 2.50 as a gift. */
class PromotionOrderTest extends OrderTest {
    @Autowired PromotionFixtures rules;
    @Autowired CouponFixtures coupons;
    @Autowired Promotions promotions;
    @Autowired Products products;
    @Autowired MerchandiseCategories merchandise;
    @Autowired Carts carts;

    private ProductId one;
    private ProductId other;
    private ProductId cups;

    @BeforeEach
    void goods() {
        one = trade.aProduct("10.00", 1000);
        other = trade.aProduct("10.00", 1000);
        cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
    }

    @Test
    void whatARuleTakesOffStandsOnTheLinesBeforeTheCouponAndTheOrderSaysWhichTookWhat() {
        Rule rule = rules.off("100.00", "10.00", one);
        String coupon = coupons.aCoupon(customer, "150.00", "30.00");

        String number = trade.submitted(order(10, 6, List.of(coupon), null));

        OrderView order = order(number);
        assertThat(order.benefits())
                .containsExactly(
                        new OrderView.Benefit(
                                rule.code(),
                                1,
                                "满额优惠",
                                "",
                                Money.of("10.00"),
                                List.of(Money.of("10.00"), Money.ZERO)),
                        new OrderView.Benefit(
                                coupon,
                                1,
                                "满减券",
                                coupon,
                                Money.of("30.00"),
                                List.of(Money.of("18.00"), Money.of("12.00"))));
        assertThat(order.lines())
                .extracting(OrderView.Line::discount, OrderView.Line::amount)
                .containsExactly(
                        tuple(Money.of("28.00"), Money.of("72.00")),
                        tuple(Money.of("12.00"), Money.of("48.00")));
        assertThat(order.total()).isEqualTo(Money.of("120.00"));
        assertThat(order.benefitsOf(order.lines().getFirst())).hasSize(2);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("120.00"));
    }

    @Test
    void aRuleForClinicsIsForClinicsOnly() {
        Rule rule =
                rules.put(
                        new PutRule(
                                null,
                                0,
                                "诊所满减",
                                Conditions.NONE.ofGroups(Set.of(CustomerType.CLINIC.name())),
                                PromotionFixtures.offBenefit("100", "10", one),
                                Stacking.combinable(10),
                                "test",
                                MARKETING));
        promotions.publish(rule.code(), 1, "test", MARKETING);
        CustomerId clinic =
                customers
                        .anActiveCustomer(
                                CustomerType.CLINIC, EnumSet.of(RegulatoryCategory.PRESCRIPTION))
                        .id();
        trade.giveCredit(clinic, "1000.00");

        String ofAPharmacy = trade.submitted(anOrderOf(customer, line(one, 10)));
        String ofAClinic = trade.submitted(anOrderOf(clinic, line(one, 10)));

        assertThat(order(ofAPharmacy).total()).isEqualTo(Money.of("100.00"));
        assertThat(order(ofAClinic).total()).isEqualTo(Money.of("90.00"));
    }

    @Test
    void anExclusiveRuleLeavesNothingToACoupon() {
        rules.live(PromotionFixtures.offBenefit("100", "10", one, other), Stacking.exclusive(1));
        String coupon = coupons.aCoupon(customer, "100.00", "30.00");

        assertThat(problems(orders.submit(order(10, 6, List.of(coupon), null))))
                .containsExactly(new LineProblem(-1, null, "promotion.taken", "满额优惠"));
        assertThat(order(trade.submitted(order(10, 6, List.of(), null))).total())
                .isEqualTo(Money.of("150.00"));
    }

    @Test
    void aGiftIsALineThatCostsNothingIsHeldAndKnowsItsRule() {
        Rule rule = rules.gift("10", cups, one);

        String number = trade.submitted(order(20, 1, List.of(), null));

        OrderView order = order(number);
        OrderView.Line gift = order.lines().getLast();
        assertThat(order.lines()).hasSize(3);
        assertThat(gift.product()).isEqualTo(cups);
        assertThat(gift.quantity()).isEqualTo(Quantity.of(2));
        assertThat(gift.gift()).isEqualTo(rule.code());
        assertThat(gift.price().price()).isEqualTo(UnitPrice.of("2.50"));
        assertThat(gift.discount()).isEqualTo(Money.of("5.00"));
        assertThat(gift.amount()).isEqualTo(Money.ZERO);
        assertThat(gift.gate().allowed()).isTrue();
        assertThat(order.total()).isEqualTo(Money.of("210.00"));
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.of(2));
        assertThat(orders.approvalFacts(number).belowFloor()).isFalse();

        orders.cancel(number, "no", DESK);
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aGiftThatIsNotThereStaysAwayAndTheCartSaysSo() {
        rules.gift("10", cups, one);
        trade.restock(cups, 1);

        CartView cart = cart(20);
        String number = trade.submitted(order(20, 1, List.of(), null));

        assertThat(cart.gifts())
                .extracting(CartGift::product, CartGift::comes, CartGift::withheld)
                .containsExactly(tuple(cups, false, "promotion.gift-gone"));
        assertThat(order(number).lines()).hasSize(2);
        assertThat(order(number).benefits()).isEmpty();
    }

    @Test
    void aRuleWhoseGiftStaysAwayLeavesItsGoodsToTheOthers() {
        rules.live(PromotionFixtures.giftBenefit("10", cups, one), Stacking.exclusive(1));
        Rule off = rules.off("100.00", "10.00", one);
        assertThat(order(trade.submitted(order(20, 1, List.of(), null))).benefits())
                .extracting(OrderView.Benefit::rule)
                .doesNotContain(off.code());
        trade.restock(cups, 0);

        CartView cart = cart(20);
        OrderView order = order(trade.submitted(order(20, 1, List.of(), null)));

        assertThat(cart.gifts())
                .extracting(CartGift::withheld)
                .containsExactly("promotion.gift-gone");
        assertThat(order.benefits())
                .extracting(OrderView.Benefit::rule)
                .containsExactly(off.code());
        assertThat(order.total()).isEqualTo(Money.of("200.00"));
    }

    @Test
    void aChangedOrderGetsNoMoreOfWhatMayBeGivenNoLonger() {
        rules.gift("10", cups, one);
        String number = trade.submitted(order(20, 1, List.of(), null));
        waits(number);
        trade.categorised(cups, RegulatoryCategory.PRESCRIPTION);

        change(number, 0, 40);

        assertThat(order(number).lines().getLast().quantity()).isEqualTo(Quantity.of(2));
    }

    @Test
    void aChangedOrderGetsNoPrescriptionDrugForNothingByTheRuleThatGaveAnother() {
        trade.categorised(one, RegulatoryCategory.OTC_B);
        trade.categorised(other, RegulatoryCategory.OTC_B);
        rules.live(
                new Benefit.SameGift(
                        new Goods.Products(Set.of(one, other)),
                        Measure.QUANTITY,
                        List.of(Tier.from("5", Quantity.of(1))),
                        false,
                        null),
                Stacking.combinable(20));
        trade.categorised(one, RegulatoryCategory.PRESCRIPTION);
        String number = trade.submitted(order(10, 5, List.of(), null));
        assertThat(order(number).lines())
                .extracting(OrderView.Line::product)
                .containsExactly(one, other, other);
        waits(number);

        change(number, 0, 9);

        assertThat(order(number).lines())
                .extracting(OrderView.Line::product)
                .containsExactly(one, other, other);
    }

    @Test
    void aQuantityThatNobodyCanMeanIsToldAndNotReckoned() {
        rules.off("100.00", "10.00", one);

        CartView cart =
                carts.quote(
                        customer,
                        List.of(new SubmitOrder.Line(one, Quantity.of(999_999_999_999L))),
                        Channel.WEB,
                        PaymentMethod.CREDIT,
                        List.of(),
                        0);

        assertThat(cart.lines().getFirst().problems()).contains("quantity.too-large");
    }

    @Test
    void whatIsBoughtComesBeforeWhatIsGiven() {
        trade.categorised(one, RegulatoryCategory.OTC_B);
        rules.live(
                new Benefit.SameGift(
                        new Goods.Products(Set.of(one)),
                        Measure.QUANTITY,
                        List.of(Tier.from("10", Quantity.of(1))),
                        true,
                        null),
                Stacking.combinable(1));
        trade.restock(one, 21);

        assertThat(order(trade.submitted(order(10, 1, List.of(), null))).lines()).hasSize(3);
        assertThat(order(trade.submitted(order(10, 1, List.of(), null))).lines()).hasSize(2);
    }

    @Test
    void prescriptionDrugsAreNoGiftsUnlessComplianceAgreesToTheVersion() {
        trade.categorised(cups, RegulatoryCategory.PRESCRIPTION);
        Rule rule =
                rules.draft(PromotionFixtures.giftBenefit("10", cups, one), Stacking.combinable(1));

        StepOutcome refused = promotions.publish(rule.code(), 1, "go", MARKETING);
        assertThat(refused)
                .isEqualTo(
                        new StepOutcome.Refused(
                                "promotion-rule.never-gift",
                                products.product(cups).orElseThrow().code()));
        assertThat(promotions.exempt(rule.code(), 1, "mine", MARKETING))
                .isEqualTo(new StepOutcome.Refused("promotion-rule.own-exemption", rule.code()));
        assertThat(promotions.exempt(rule.code(), 1, "招标约定", COMPLIANCE))
                .isEqualTo(new StepOutcome.Done());
        assertThat(promotions.publish(rule.code(), 1, "go", MARKETING))
                .isEqualTo(new StepOutcome.Done());

        assertThat(order(trade.submitted(order(10, 1, List.of(), null))).lines()).hasSize(3);
        assertThat(promotions.steps(rule.code()))
                .extracting(Step::what)
                .containsExactly("PUBLISHED", "EXEMPTED");
    }

    @Test
    void whatWouldTakePrescriptionDrugsToNothingIsNotPublishedUnlessComplianceAgrees() {
        String code = products.product(one).orElseThrow().code();
        Rule rule =
                rules.draft(
                        PromotionFixtures.offBenefit("10", "9.50", one), Stacking.combinable(1));
        StepOutcome refused = new StepOutcome.Refused("promotion-rule.never-free", code);

        assertThat(promotions.publish(rule.code(), 1, "go", MARKETING)).isEqualTo(refused);
        trade.categorised(one, RegulatoryCategory.OTC_B);
        assertThat(promotions.publish(rule.code(), 1, "go", MARKETING))
                .as("these goods may be given")
                .isEqualTo(new StepOutcome.Done());
        assertThat(promotions.pause(rule.code(), "pause", MARKETING))
                .isEqualTo(new StepOutcome.Done());
        trade.categorised(one, RegulatoryCategory.PRESCRIPTION);
        assertThat(promotions.publish(rule.code(), 1, "go", MARKETING)).isEqualTo(refused);
        assertThat(promotions.exempt(rule.code(), 1, "临期处置", COMPLIANCE))
                .isEqualTo(new StepOutcome.Done());
        assertThat(promotions.publish(rule.code(), 1, "go", MARKETING))
                .isEqualTo(new StepOutcome.Done());

        String number = trade.submitted(order(1, 1, List.of(), null));
        assertThat(order(number).lines())
                .extracting(OrderView.Line::amount)
                .containsExactly(Money.of("0.50"), Money.of("10.00"));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large-amount", "")));
        assertThat(
                        orders.change(
                                new ChangeOrder(
                                        number,
                                        0,
                                        List.of(
                                                new ChangeOrder.Line(1, Quantity.of(1)),
                                                new ChangeOrder.Line(2, Quantity.of(2))),
                                        "客户要求",
                                        DESK)))
                .isEqualTo(new ChangeOutcome.Changed(1));
        assertThat(order(number).lines())
                .as("the limit was lifted for this order")
                .extracting(OrderView.Line::amount)
                .containsExactly(Money.of("0.50"), Money.of("20.00"));
    }

    @Test
    void aProductThatBecomesAPrescriptionDrugIsGivenNoMore() {
        rules.gift("10", cups, one);
        assertThat(cart(10).gifts()).allMatch(CartGift::comes);

        trade.categorised(cups, RegulatoryCategory.PRESCRIPTION);

        assertThat(cart(10).gifts())
                .extracting(CartGift::withheld)
                .containsExactly("promotion.never-gift");
    }

    @Test
    void theCartExplainsWhatWasTakenOffAndWhatIsMissingToMore() {
        rules.live(
                new Benefit.AmountOff(
                        new Goods.Products(Set.of(one)),
                        Measure.AMOUNT,
                        List.of(Tier.from("100", Money.of("10")), Tier.from("300", Money.of("40"))),
                        false,
                        null),
                Stacking.combinable(1));
        rules.off("500.00", "80.00", one);

        CartView cart = cart(12);

        assertThat(cart.total()).isEqualTo(Money.of("110.00"));
        assertThat(cart.promotions())
                .satisfiesExactly(
                        it -> {
                            assertThat(it.isApplied()).isTrue();
                            assertThat(it.amount()).isEqualTo(Money.of("10.00"));
                            assertThat(it.next()).isNotNull();
                            assertThat(it.next().missing()).isEqualByComparingTo("180");
                        },
                        it -> {
                            assertThat(it.why()).isEqualTo("promotion.below-amount");
                            assertThat(it.detail()).isEqualTo("390.00");
                        });
    }

    @Test
    void whoReckonsWithADealThatEndedMeanwhileIsToldSo() {
        Rule rule = rules.off("100.00", "10.00", one);
        CartView cart = cart(12);
        String key = UUID.randomUUID().toString();

        promotions.pause(rule.code(), "mistake", MARKETING);

        SubmitOrder command = cartOrder(key, 12, cart.seen());
        assertThat(problems(orders.submit(command)))
                .containsExactly(new LineProblem(-1, null, "order.changed-since-seen", "120.00"));
        assertThat(orders.submit(cartOrder(key, 12, cart(12).seen())))
                .isInstanceOf(SubmitOutcome.Submitted.class);
    }

    @Test
    void aTagGathersProducts() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 12);
        rules.live(
                new Benefit.AmountOff(
                        new Goods.Tags(Set.of(tag)),
                        Measure.QUANTITY,
                        List.of(Tier.from("10", Money.of("7"))),
                        false,
                        null),
                Stacking.combinable(1));
        assertThat(cart(10).total()).isEqualTo(Money.of("100.00"));

        products.tag(one, Set.of(tag, " "), DESK);

        assertThat(products.tags(List.of(one, other)).get(one)).containsExactly(tag);
        assertThat(cart(10).total()).isEqualTo(Money.of("93.00"));
    }

    @Test
    void anOrderKeepsWhatBecameOfEachRuleAlsoOfThoseThatGaveNothing() {
        rules.live(
                new Benefit.AmountOff(
                        new Goods.Products(Set.of(one)),
                        Measure.AMOUNT,
                        List.of(Tier.from("100", Money.of("10")), Tier.from("300", Money.of("40"))),
                        false,
                        null),
                Stacking.combinable(1));
        rules.off("500.00", "80.00", one);

        String number = trade.submitted(order(List.of(line(one, 12))));
        rules.off("100.00", "5.00", one);

        assertThat(orders.explanations(number))
                .satisfiesExactly(
                        it -> {
                            assertThat(it.isApplied()).isTrue();
                            assertThat(it.amount()).isEqualTo(Money.of("10.00"));
                            assertThat(it.next()).isNotNull();
                            assertThat(it.next().missing()).isEqualByComparingTo("180");
                        },
                        it -> {
                            assertThat(it.why()).isEqualTo("promotion.below-amount");
                            assertThat(it.detail()).isEqualTo("390.00");
                        });
    }

    @Test
    void aChangedOrderKeepsTheVersionsItWasMadeWithAndItsGiftsFollow() {
        Rule off = rules.off("100.00", "10.00", one);
        Rule gift = rules.gift("10", cups, one);
        String number = trade.submitted(order(20, 1, List.of(), null));
        waits(number);
        promotions.stop(off.code(), "over", MARKETING);
        promotions.stop(gift.code(), "over", MARKETING);

        change(number, 0, 10);
        assertThat(order(number).total()).isEqualTo(Money.of("100.00"));
        assertThat(order(number).lines().getLast().quantity()).isEqualTo(Quantity.of(1));
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.of(1));
        assertThat(order(number).changes().getFirst().lines())
                .extracting(it -> it.before().quantity())
                .containsExactly(Quantity.of(20), Quantity.of(1), Quantity.of(2));

        waits(number, 1);
        change(number, 1, 9);
        assertThat(order(number).total()).isEqualTo(Money.of("100.00"));
        assertThat(order(number).lines()).hasSize(2);
        assertThat(order(number).benefits()).isEmpty();
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aGiftIsNotChangedByItself() {
        rules.gift("10", cups, one);
        String number = trade.submitted(order(20, 1, List.of(), null));
        waits(number);

        assertThat(
                        orders.change(
                                new ChangeOrder(
                                        number,
                                        0,
                                        List.of(new ChangeOrder.Line(3, Quantity.ZERO)),
                                        "x",
                                        DESK)))
                .isEqualTo(new ChangeOutcome.NotPossible("order-change.gift-line"));
    }

    /** Shares of the engine, of the order, and the totals: one and the same, to the cent. */
    @Test
    void whateverTheRulesTheLinesAddUpToTheCent() {
        Random random = new Random(20261129);
        trade.giveCredit(customer, "10000000.00");
        for (int round = 0; round < 12; round++) {
            List<ProductId> goods = new ArrayList<>();
            List<SubmitOrder.Line> lines = new ArrayList<>();
            for (int product = 0; product < 4; product++) {
                goods.add(trade.aProduct(random.nextInt(1, 99) + "." + random.nextInt(99), 5000));
                lines.add(line(goods.getLast(), random.nextInt(1, 40)));
            }
            ProductId[] all = goods.toArray(ProductId[]::new);
            rules.off("35", random.nextInt(1, 30) + ".0" + random.nextInt(1, 9), all);
            rules.off("50", random.nextInt(1, 9) + ".99", all[0], all[1], all[2]);
            rules.gift("3", cups, all[round % 4]);

            OrderView order = order(trade.submitted(order(lines)));

            for (OrderView.Line sold : order.lines()) {
                Money explained = Money.ZERO;
                for (OrderView.Benefit benefit : order.benefits()) {
                    explained = explained.plus(benefit.of(sold));
                }
                assertThat(explained).isEqualTo(sold.discount());
                assertThat(sold.price().price().times(sold.quantity()))
                        .isEqualTo(sold.discount().plus(sold.amount()));
            }
            assertThat(
                            order.lines().stream()
                                    .map(OrderView.Line::amount)
                                    .reduce(Money.ZERO, Money::plus))
                    .isEqualTo(order.total());
            assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
        }
    }

    @Test
    void aTagTakenFromTheProductLaterChangesNothingOfWhatWasOrdered() {
        String tag = "冬" + UUID.randomUUID().toString().substring(0, 8);
        products.tag(one, Set.of(tag), DESK);
        rules.live(
                new Benefit.AmountOff(
                        new Goods.Tags(Set.of(tag)),
                        Measure.AMOUNT,
                        List.of(Tier.from("100.00", Money.of("10.00"))),
                        false,
                        null),
                Stacking.combinable(10));
        String number = trade.submitted(order(List.of(line(one, 20))));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large-amount", "")));

        products.tag(one, Set.of(), DESK);
        orders.change(
                new ChangeOrder(
                        number, 0, List.of(new ChangeOrder.Line(1, Quantity.of(15))), "少要", DESK));

        assertThat(order(number).discount()).isEqualTo(Money.of("10.00"));
        assertThat(orders.keeping(number, Map.of(1, Quantity.of(12))).total())
                .isEqualTo(Money.of("110.00"));
        assertThat(orders.keeping(number, Map.of(1, Quantity.of(9))).total())
                .isEqualTo(Money.of("90.00"));
    }

    @Test
    void aProductTakenOutOfACategoryLaterChangesNothingOfWhatWasOrdered() {
        String top = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String leaf = "L" + top;
        merchandise.put(new PutCategory(top, "", "目录", "Catalogue", 1), DESK);
        merchandise.put(new PutCategory(leaf, top, "下级", "Below", 1), DESK);
        merchandise.assign(one, Set.of(leaf), DESK);
        rules.live(
                new Benefit.AmountOff(
                        new Goods.Merchandise(Set.of(top)),
                        Measure.AMOUNT,
                        List.of(Tier.from("100.00", Money.of("10.00"))),
                        false,
                        null),
                Stacking.combinable(10));
        String number = trade.submitted(order(List.of(line(one, 20))));
        assertThat(order(number).discount()).as("by what is above").isEqualTo(Money.of("10.00"));
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large-amount", "")));

        merchandise.assign(one, Set.of(), DESK);
        assertThat(cart(20).total()).as("no other order").isEqualTo(Money.of("200.00"));
        orders.change(
                new ChangeOrder(
                        number, 0, List.of(new ChangeOrder.Line(1, Quantity.of(15))), "少要", DESK));

        assertThat(order(number).discount()).isEqualTo(Money.of("10.00"));
        assertThat(orders.keeping(number, Map.of(1, Quantity.of(12))).total())
                .isEqualTo(Money.of("110.00"));
        assertThat(orders.keeping(number, Map.of(1, Quantity.of(9))).total())
                .isEqualTo(Money.of("90.00"));
    }

    private SubmitOrder order(List<SubmitOrder.Line> lines) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                lines,
                "",
                PaymentMethod.CREDIT,
                List.of(),
                BUYER);
    }

    private SubmitOrder order(
            long ofOne, long ofOther, List<String> chosen, @Nullable String seen) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                List.of(line(one, ofOne), line(other, ofOther)),
                "",
                PaymentMethod.CREDIT,
                chosen,
                0,
                null,
                seen,
                BUYER);
    }

    private SubmitOrder cartOrder(String key, long ofOne, String seen) {
        return new SubmitOrder(
                customer,
                key,
                List.of(line(one, ofOne)),
                "",
                PaymentMethod.CREDIT,
                List.of(),
                0,
                null,
                seen,
                BUYER);
    }

    private CartView cart(long ofOne) {
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, one, Quantity.of(ofOne));
        return carts.cart(user, customer);
    }

    private void waits(String number) {
        waits(number, 0);
    }

    private void waits(String number, int revision) {
        orders.recordStops(
                number, revision, List.of(new OrderView.Stop("sales", "large-amount", "")));
    }

    private void change(String number, int revision, long ofOne) {
        assertThat(
                        orders.change(
                                new ChangeOrder(
                                        number,
                                        revision,
                                        List.of(new ChangeOrder.Line(1, Quantity.of(ofOne))),
                                        "客户要求",
                                        DESK)))
                .isEqualTo(new ChangeOutcome.Changed(revision + 1));
    }

    private static List<LineProblem> problems(SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return refused.problems();
        }
        throw new AssertionError("Not refused: " + outcome);
    }
}
