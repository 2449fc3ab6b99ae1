package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.Deals.PreviewOutcome;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Labels, previews and rehearsals about boxes at 10.00 and cups at 2.50. */
class DealsOfOrdersTest extends OrderTest {
    @Autowired Deals deals;
    @Autowired Customers companies;
    @Autowired PromotionFixtures rules;
    @Autowired Products products;
    @Autowired Prices prices;

    private ProductId boxes;
    private ProductId cups;

    @BeforeEach
    void goods() {
        boxes = trade.aProduct("10.00", 1000);
        cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
    }

    @Test
    void goodsCarryTheRulesThatAreAboutThem() {
        Rule off = rules.off("100", "10", boxes);
        rules.draft(PromotionFixtures.offBenefit("1", "1", cups), Stacking.combinable(1));

        assertThat(
                        deals.offered(
                                companies.customer(customer).orElseThrow(),
                                List.copyOf(products.products(List.of(boxes, cups)).values())))
                .isEqualTo(Map.of(boxes, List.of(off)));
    }

    @Test
    void aDraftShowsWhatItWouldMakeOfAnExample() {
        rules.off("100", "10", boxes);
        Rule draft =
                rules.draft(
                        PromotionFixtures.giftBenefit("10", cups, boxes), Stacking.combinable(90));

        PreviewOutcome outcome = deals.preview(draft, example(25));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PreviewOutcome.Shown.class,
                        it -> {
                            assertThat(it.total()).isEqualTo(Money.of("240.00"));
                            assertThat(it.discount()).isEqualTo(Money.of("10.00"));
                            assertThat(it.gifts())
                                    .extracting(CartGift::product, CartGift::comes)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple(cups, true));
                            assertThat(it.explanations())
                                    .filteredOn(Explanation::isApplied)
                                    .hasSize(2);
                        });
        assertThat(order(trade.submitted(anOrderOf(customer, line(boxes, 25)))).lines())
                .as("a draft is no rule yet")
                .hasSize(1);
    }

    @Test
    void lastMonthsOrdersAreWorkedOutAgainWithTheDraft() {
        clock.advance(Duration.ofDays(733)); // a time of its own: all tests share one mall
        LocalDate day = MallTime.today(clock);
        trade.submitted(anOrderOf(customer, line(boxes, 25)));
        trade.submitted(anOrderOf(customer, line(boxes, 5)));
        orders.cancel(trade.submitted(anOrderOf(customer, line(boxes, 30))), "no", DESK);
        prices.setFloor(boxes, UnitPrice.of("9.70"), DESK);
        Rule off =
                rules.draft(
                        PromotionFixtures.offBenefit("200", "10", boxes), Stacking.combinable(1));
        Rule gift =
                rules.draft(
                        PromotionFixtures.giftBenefit("10", cups, boxes), Stacking.combinable(1));

        assertThat(deals.rehearse(off, day, day))
                .isEqualTo(
                        new Rehearsal(
                                2,
                                Money.of("300.00"),
                                1,
                                1,
                                Money.of("10.00"),
                                Money.ZERO,
                                1,
                                0,
                                false));
        assertThat(deals.rehearse(gift, day, day).gifts()).isEqualTo(Money.of("5.00"));
        trade.categorised(cups, RegulatoryCategory.PRESCRIPTION);
        assertThat(deals.rehearse(gift, day, day).forbidden()).isEqualTo(1);
        assertThat(deals.rehearse(off, day.minusDays(9), day.minusDays(1)).orders()).isZero();
    }

    @Test
    void aRuleForTypesOfCustomersIsRehearsedOnTheOrdersOfThese() {
        Rule off =
                rules.draft(
                        PromotionFixtures.offBenefit("100.00", "10.00", boxes),
                        Stacking.combinable(1));
        clock.advance(Duration.ofDays(740)); // a time of its own, as above
        LocalDate day = MallTime.today(clock);
        trade.submitted(anOrderOf(customer, line(boxes, 10)));
        CustomerType his = companies.customer(customer).orElseThrow().company().type();

        assertThat(deals.rehearse(onlyFor(off, his), day, day).customers()).isEqualTo(1);
        for (CustomerType other : EnumSet.complementOf(EnumSet.of(his))) {
            assertThat(deals.rehearse(onlyFor(off, other), day, day).customers()).isZero();
        }
    }

    private static Rule onlyFor(Rule rule, CustomerType type) {
        return new Rule(
                rule.code(),
                rule.version(),
                rule.name(),
                rule.conditions().ofGroups(Set.of(type.name())),
                rule.benefit(),
                rule.stacking());
    }

    private Deals.Example example(long ofBoxes) {
        return new Deals.Example(
                customer,
                PaymentMethod.CREDIT,
                Channel.WEB,
                clock.instant(),
                List.of(line(boxes, ofBoxes)));
    }
}
