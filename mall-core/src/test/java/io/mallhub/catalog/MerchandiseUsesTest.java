package io.mallhub.catalog;

import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.PutOutcome;
import io.mallhub.catalog.MerchandiseCategories.Stays;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.Coupons;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An empty category stays as long as a promotion or a coupon names it. */
@MallTest
class MerchandiseUsesTest {
    @Autowired MerchandiseCategories merchandise;
    @Autowired Promotions promotions;
    @Autowired PromotionFixtures rules;
    @Autowired CouponKinds kinds;
    @Autowired Coupons coupons;
    @Autowired CouponFixtures given;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;

    private String named;
    private String other;

    @BeforeEach
    void twoCategories() {
        named = aCategory();
        other = aCategory();
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aRuleKeepsItFromTheFirstDraftUntilAnotherVersionIsInForce() {
        Rule first = rules.draft(off(named), Stacking.combinable(10));
        assertThat(removed(named)).isEqualTo(by("merchandise.in-promotion", first));
        rules.published(first);
        assertThat(removed(named)).isEqualTo(by("merchandise.in-promotion", first));

        Rule second = rules.next(first, off(other));
        assertThat(removed(named)).isEqualTo(by("merchandise.in-promotion", first));
        assertThat(removed(other))
                .as("it will be named once the draft is published")
                .isEqualTo(by("merchandise.in-promotion", second));
        rules.published(second);

        assertThat(merchandise.remove(named, MARKETING)).isEmpty();
        promotions.stop(first.code(), "over", MARKETING);
        assertThat(merchandise.remove(other, MARKETING)).isEmpty();
    }

    @Test
    void aCouponKeepsItUntilNobodyHasOneAnyMore() {
        CustomerId company = customers.anActiveCustomer().id();
        String number =
                given.aCoupon(
                        company,
                        new CouponDiscount.AmountOff(Money.of("100"), Money.of("1")),
                        new Goods.Merchandise(Set.of(named)),
                        Set.of());
        String kind = coupons.find(number).orElseThrow().kind().code();
        Stays stays = new Stays("merchandise.in-coupon", kind + " 满减券");

        assertThat(removed(named)).isEqualTo(stays);
        kinds.stop(kind, "over", MARKETING);
        assertThat(removed(named)).as("one was given").isEqualTo(stays);
        clock.advance(Duration.ofDays(12));
        coupons.expire(10_000);

        assertThat(merchandise.remove(named, MARKETING)).isEmpty();
    }

    private Stays removed(String code) {
        return merchandise.remove(code, MARKETING).orElseThrow();
    }

    private static Stays by(String key, Rule rule) {
        return new Stays(key, rule.code() + " " + rule.name());
    }

    private static Benefit off(String category) {
        return new Benefit.AmountOff(
                new Goods.Merchandise(Set.of(category)),
                Measure.AMOUNT,
                List.of(Tier.from("100", Money.of("1"))),
                false,
                null);
    }

    private String aCategory() {
        String code = "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        assertThat(merchandise.put(new PutCategory(code, "", "中文", "English", 1), MARKETING))
                .isInstanceOf(PutOutcome.Put.class);
        return code;
    }
}
