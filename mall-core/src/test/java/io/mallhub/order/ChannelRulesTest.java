package io.mallhub.order;

import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartView;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UserId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule that takes 10.00 off 100.00, for orders that come in some ways only. */
class ChannelRulesTest extends OrderTest {
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired Carts carts;
    @Autowired Deals deals;

    private final Actor seller =
            Actor.staff("seller-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT), "何丽");
    private ProductId boxes;

    @SuppressWarnings("NullAway.Init")
    private Rule rule;

    @BeforeEach
    void goods() {
        boxes = trade.aProduct("10.00", 1000);
        customer = customers.aCustomerBroughtBy(seller.id()).id();
        trade.giveCredit(customer, "1000.00");
    }

    @AfterEach
    void ruleOver() {
        promotions.stop(rule.code(), "test is over", MARKETING);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aRuleHoldsInItsChannelAndSaysWhichItIsEverywhereElse(Channel only) {
        aRuleFor(Set.of(only));

        for (Channel way : Channel.values()) {
            CartView quote = quote(way);
            Money expected = Money.of(way == only ? "90.00" : "100.00");
            assertThat(quote.total()).as(way.name()).isEqualTo(expected);
            assertThat(quote.promotions())
                    .filteredOn(it -> it.rule().equals(rule.code()))
                    .extracting(Explanation::why, Explanation::detail)
                    .containsExactly(
                            way == only
                                    ? tuple("", "")
                                    : tuple("promotion.other-channel", only.name()));
            assertThat(order(submitted(way, quote.seen())).total())
                    .as("ordered " + way)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aRuleWithoutChannelsHoldsForAllOfThemAndOneForTwoForTwo() {
        aRuleFor(Set.of());
        for (Channel way : Channel.values()) {
            assertThat(quote(way).total()).as(way.name()).isEqualTo(Money.of("90.00"));
        }
        promotions.stop(rule.code(), "next", MARKETING);

        aRuleFor(EnumSet.of(Channel.WEB, Channel.API));
        assertThat(quote(Channel.API).total()).isEqualTo(Money.of("90.00"));
        assertThat(quote(Channel.ON_BEHALF).total()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void aCartSeenInOneChannelIsNotOrderedThroughAnother() {
        aRuleFor(Set.of(Channel.WEB));

        String seen = quote(Channel.WEB).seen();

        assertThat(orders.submit(order(Channel.API, seen)))
                .isInstanceOf(SubmitOutcome.Refused.class);
    }

    @Test
    void aRehearsalLooksAtHowEachOrderCame() {
        aRuleFor(Set.of(Channel.API));
        submitted(Channel.WEB, null);
        submitted(Channel.ON_BEHALF, null);
        LocalDate today = LocalDate.of(2026, 11, 24);
        long before = deals.rehearse(List.of(rule), today, today).affected();

        submitted(Channel.API, null);

        assertThat(deals.rehearse(List.of(rule), today, today).affected()).isEqualTo(before + 1);
    }

    private void aRuleFor(Set<Channel> channels) {
        rule =
                rules.put(
                        new PutRule(
                                null,
                                0,
                                "渠道满减",
                                Conditions.NONE.by(channels),
                                PromotionFixtures.offBenefit("100.00", "10.00", boxes),
                                Stacking.combinable(10),
                                "test",
                                MARKETING));
        promotions.publish(rule.code(), rule.version(), "test", MARKETING);
    }

    private CartView quote(Channel way) {
        if (way == Channel.ON_BEHALF) {
            UserId cart = Carts.onBehalf(new UserId(UUID.randomUUID()), customer);
            carts.put(cart, customer, boxes, line(boxes, 10).quantity());
            return carts.cart(cart, customer, way, PaymentMethod.CREDIT, List.of(), 0);
        }
        return carts.quote(
                customer, List.of(line(boxes, 10)), way, PaymentMethod.CREDIT, List.of(), 0);
    }

    private String submitted(Channel way, @Nullable String seen) {
        return trade.submitted(order(way, seen));
    }

    private SubmitOrder order(Channel way, @Nullable String seen) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                List.of(line(boxes, 10)),
                "",
                PaymentMethod.CREDIT,
                List.of(),
                0,
                null,
                seen,
                way,
                way == Channel.ON_BEHALF ? seller : BUYER);
    }
}
