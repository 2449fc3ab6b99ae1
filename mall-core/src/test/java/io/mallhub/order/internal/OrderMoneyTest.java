package io.mallhub.order.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.ProductView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.pricing.PriceQuote;
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
    void aLineIsItsPriceTimesItsQuantityToTheCent(@ForAll("line") OrderLine line) {
        BigDecimal exact = line.price().price().amount().multiply(line.quantity().amount());

        assertThat(line.amount().amount()).isEqualTo(exact.setScale(2, RoundingMode.HALF_UP));
        assertThat(line.net().plus(line.tax())).isEqualTo(line.amount());
        assertThat(line.tax().isNegative()).isFalse();
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
                        Arbitraries.of("0.13", "0.09", "0.03", "0.00"))
                .as((price, quantity, vat) -> line(price.toString(), quantity.toString(), vat));
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static Order order(List<OrderLine> lines) {
        return new Order(
                new OrderId(UUID.randomUUID()),
                "SO20261124000001",
                new CustomerId(UUID.randomUUID()),
                "测试药房",
                new Submission(Actor.Kind.BUYER, "han", "韩梅梅", Instant.EPOCH, "key", "digest"),
                "",
                PaymentMethod.CREDIT,
                lines);
    }

    private static OrderLine line(String price, String quantity, String vatRate) {
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
                        List.of());
        return new OrderLine(
                product,
                new Quantity(new BigDecimal(quantity)),
                new PriceQuote(
                        id, unitPrice, PriceQuote.Source.BASE, Quantity.ZERO, unitPrice, false));
    }
}
