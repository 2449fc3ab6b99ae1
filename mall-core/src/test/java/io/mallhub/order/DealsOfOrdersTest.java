package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartGift;
import io.mallhub.order.Deals.PreviewOutcome;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Labels and previews about boxes at 10.00 and cups at 2.50. */
class DealsOfOrdersTest extends OrderTest {
    @Autowired Deals deals;
    @Autowired Customers companies;
    @Autowired PromotionFixtures rules;
    @Autowired Products products;

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

    private Deals.Example example(long ofBoxes) {
        return new Deals.Example(
                customer,
                PaymentMethod.CREDIT,
                Channel.WEB,
                clock.instant(),
                List.of(line(boxes, ofBoxes)));
    }
}
