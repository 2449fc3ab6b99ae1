package io.mallhub.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices.Agreement;
import io.mallhub.pricing.Prices.LevelPrice;
import io.mallhub.pricing.Prices.RegionPrice;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class PricesTest {
    private static final Actor DESK = Actor.staff("li", "李四");

    private final ProductId product = new ProductId(UUID.randomUUID());
    private final CustomerId customer = new CustomerId(UUID.randomUUID());

    @Autowired Prices prices;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aProductWithoutAnyPriceIsMissing() {
        assertThat(prices.quote(viewer(customer, "", ""), Map.of(product, Quantity.of(1))))
                .isEmpty();
    }

    @Test
    void eachListIsAskedInItsTurn() {
        base("10.00");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);

        prices.setRegionPrice(
                new RegionPrice("310000", product, Quantity.of(1), price("9.00"), null, null),
                DESK);
        assertThat(quote(1).source()).isEqualTo(Source.REGION);

        prices.setLevelPrice(
                new LevelPrice("GOLD", product, Quantity.of(1), price("8.00"), null, null), DESK);
        assertThat(quote(1).source()).isEqualTo(Source.LEVEL);

        agree(10, "7.654321", null, null);
        assertThat(quote(9).source()).isEqualTo(Source.LEVEL);
        assertThat(quote(10))
                .isEqualTo(
                        new PriceQuote(
                                product,
                                price("7.654321"),
                                Source.AGREEMENT,
                                Quantity.of(10),
                                price("10.00"),
                                false));
    }

    @Test
    void anotherCustomerDoesNotSeeTheAgreement() {
        base("10.00");
        agree(1, "5.00", null, null);

        var other =
                prices.quote(
                        viewer(new CustomerId(UUID.randomUUID()), "", ""),
                        Map.of(product, Quantity.of(1)));

        assertThat(other.values()).extracting(PriceQuote::price).containsExactly(price("10.00"));
    }

    @Test
    void anAgreementEndsWithTheLastSecondOfItsDayInShanghai() {
        base("10.00");
        agree(1, "5.00", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31));

        clock.set("2026-11-30T23:59:59");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
        clock.set("2026-12-01T00:00:00");
        assertThat(quote(1).source()).isEqualTo(Source.AGREEMENT);
        clock.set("2026-12-31T23:59:59");
        assertThat(quote(1).source()).isEqualTo(Source.AGREEMENT);
        clock.set("2027-01-01T00:00:00");
        assertThat(quote(1).source()).isEqualTo(Source.BASE);
    }

    @Test
    void theSamePriceSetAgainReplacesTheFirst() {
        agree(1, "5.00", null, null);
        agree(1, "4.00", null, null);

        assertThat(quote(1).price()).isEqualTo(price("4.00"));
        assertThat(prices.agreements(customer, PageRequest.first(10)).total()).isEqualTo(1);
    }

    @Test
    void aPriceUnderTheFloorIsMarkedNotRefused() {
        base("10.00");
        prices.setFloor(product, price("6.00"), DESK);

        agree(1, "6.00", null, null);
        assertThat(quote(1).belowFloor()).isFalse();
        agree(1, "5.99", null, null);
        assertThat(quote(1).belowFloor()).isTrue();
    }

    @Test
    void unchangedBasePricesAreNotWritten() {
        ProductId second = new ProductId(UUID.randomUUID());
        Map<ProductId, UnitPrice> list = Map.of(product, price("1.50"), second, price("2.123456"));

        assertThat(prices.applyBasePrices("erp", list)).isEqualTo(2);
        assertThat(prices.applyBasePrices("erp", list)).isZero();
        assertThat(
                        prices.applyBasePrices(
                                "erp", Map.of(product, price("1.50"), second, price("2"))))
                .isEqualTo(1);
        assertThat(prices.applyBasePrices("erp", Map.of())).isZero();
    }

    @Test
    void theProductPageShowsEveryList() {
        base("10.00");
        prices.setFloor(product, price("6.00"), DESK);
        prices.setLevelPrice(
                new LevelPrice("GOLD", product, Quantity.of(5), price("8.00"), null, null), DESK);
        agree(1, "7.00", null, null);

        assertThat(prices.listed(product))
                .extracting(Prices.ListedPrice::list)
                .containsExactly("base", "floor", "customer:" + customer, "level:GOLD");
    }

    @Test
    void pricesSetByPeopleAreAudited() {
        agree(1, "7.00", null, null);

        assertThat(
                        audit.page(
                                        new AuditQuery(
                                                "li", "product", product.toString(), "set-price"),
                                        PageRequest.first(5))
                                .total())
                .isEqualTo(1);
    }

    @Test
    void senselessPricesAreRefused() {
        assertThatThrownBy(() -> agree(0, "1.00", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> agree(1, "1.00", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void base(String price) {
        prices.applyBasePrices("erp", Map.of(product, price(price)));
    }

    private void agree(int from, String price, @Nullable LocalDate start, @Nullable LocalDate end) {
        prices.agree(
                new Agreement(customer, product, Quantity.of(from), price(price), start, end),
                DESK);
    }

    private PriceQuote quote(int quantity) {
        return Objects.requireNonNull(
                prices.quote(
                                viewer(customer, "GOLD", "310000"),
                                Map.of(product, Quantity.of(quantity)))
                        .get(product));
    }

    private static Viewer viewer(CustomerId customer, String level, String region) {
        return new Viewer(customer, level, "PHARMACY", region);
    }

    private static UnitPrice price(String amount) {
        return UnitPrice.of(amount);
    }
}
