package io.mallhub.order.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.catalog.ProductView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderMoneyTest {
    @Example
    void aThirdOfACentIsRoundedOnTheLineNotOnTheTotal() {
        OrderLine one = line("0.335", "1", "0.13");

        assertThat(order(List.of(one, one, one)).total()).isEqualTo(Money.of("1.02"));
        assertThat(order(List.of(line("0.335", "3", "0.13"))).total()).isEqualTo(Money.of("1.01"));
    }

    @Property(tries = 500)
    void theHeaderIsTheSumOfItsLinesAndNetAndTaxAddUp(@ForAll("lines") List<OrderLine> lines) {
        Order order = order(lines);

        assertThat(order.total()).isEqualTo(sum(lines.stream().map(OrderLine::amount).toList()));
        assertThat(order.net()).isEqualTo(sum(lines.stream().map(OrderLine::net).toList()));
        assertThat(order.net().plus(order.tax())).isEqualTo(order.total());
    }

    @Property(tries = 500)
    void aLineIsItsPriceTimesItsQuantityToTheCentLessItsDiscount(@ForAll("line") OrderLine line) {
        BigDecimal exact = line.price().price().amount().multiply(line.quantity().amount());

        assertThat(line.amount().plus(line.discount()).amount())
                .isEqualTo(exact.setScale(2, RoundingMode.HALF_UP));
        assertThat(line.net().plus(line.tax())).isEqualTo(line.amount());
        assertThat(line.tax().isNegative()).isFalse();
    }

    @Example
    void whatIsTakenOffIsKnownByWhatTookIt() {
        List<OrderLine> lines = List.of(line("10", "3", "0.13", "4.50"), line("5", "1", "0.13"));

        assertThat(order(lines).total()).isEqualTo(Money.of("30.50"));
        assertThatThrownBy(() -> order(lines, List.of(benefit(Money.of("4.49"), Money.ZERO))))
                .hasMessageContaining("4.49");
    }

    @Example
    void aDiscountIsNoMoreThanTheLine() {
        assertThat(line("10", "3", "0.13", "30").amount()).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> line("10", "3", "0.13", "30.01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line("10", "3", "0.13", "-0.01"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<OrderLine>> lines() {
        return line().list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<OrderLine> line() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("99999"))
                                .ofScale(6),
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.of("0.13", "0.09", "0.03", "0.00"),
                        Arbitraries.integers().between(0, 100))
                .as(OrderMoneyTest::lineLess);
    }

    private static OrderLine lineLess(BigDecimal price, int quantity, String vat, int percent) {
        BigDecimal gross =
                price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal discount = gross.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return line(
                price.toString(),
                String.valueOf(quantity),
                vat,
                discount.setScale(2, RoundingMode.DOWN).toString());
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static OrderBenefit benefit(Money... shares) {
        return new OrderBenefit(
                new Judgement.Applied(
                        "COUPON",
                        1,
                        "满减券",
                        sum(List.of(shares)),
                        List.of(shares),
                        List.of(),
                        null,
                        Money.ZERO,
                        10),
                "",
                List.of(shares),
                new GiftPolicy(GiftTerms.FIRST, Map.of()));
    }

    private static Order order(List<OrderLine> lines) {
        Money[] discounts = lines.stream().map(OrderLine::discount).toArray(Money[]::new);
        return order(lines, List.of(benefit(discounts)));
    }

    private static Order order(List<OrderLine> lines, List<OrderBenefit> benefits) {
        return new Order(
                new OrderId(UUID.randomUUID()),
                "SO20261124000001",
                new CustomerId(UUID.randomUUID()),
                "测试药房",
                new Submission(
                        Actor.Kind.BUYER, "han", "韩梅梅", Instant.EPOCH, "key", "digest", null),
                "",
                PaymentMethod.CREDIT,
                lines,
                benefits,
                List.of());
    }

    private static OrderLine line(String price, String quantity, String vatRate) {
        return line(price, quantity, vatRate, "0");
    }

    private static OrderLine line(String price, String quantity, String vatRate, String discount) {
        ProductId id = new ProductId(UUID.randomUUID());
        UnitPrice unitPrice = UnitPrice.of(price);
        ProductView product =
                new ProductView(
                        id,
                        "P1",
                        "阿莫西林胶囊",
                        "胶囊剂",
                        "0.25g",
                        "maker",
                        "holder",
                        "国药准字H20231234",
                        List.of(),
                        RegulatoryCategory.PRESCRIPTION,
                        "盒",
                        new BigDecimal(vatRate),
                        Quantity.of(1),
                        Quantity.of(1),
                        false,
                        true,
                        Set.of(),
                        List.of());
        return new OrderLine(
                product,
                new Quantity(new BigDecimal(quantity)),
                new PriceQuote(
                        id, unitPrice, PriceQuote.Source.BASE, Quantity.ZERO, unitPrice, false),
                List.of(),
                Money.of(discount),
                Money.ZERO,
                false,
                "",
                null,
                null);
    }
}
