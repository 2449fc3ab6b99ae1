package io.mallhub.order.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.OfflineOrders;
import io.mallhub.order.OfflineOrders.Line;
import io.mallhub.order.OfflineOrders.OfflineKind;
import io.mallhub.order.OfflineOrders.OfflineState;
import io.mallhub.order.OfflineOrders.Report;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class OfflineOrdersTest {
    private static final Instant MORNING = Instant.parse("2026-11-30T01:00:00Z");

    @Autowired OfflineOrders orders;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;

    private final String connection = "erp-" + UUID.randomUUID();

    @Test
    void theNewestStateStaysAndAnOlderOneThatComesLateIsPassedOver() {
        CustomerId company = customers.anActiveCustomer().id();
        orders.apply(connection, List.of(order("X1", company, OfflineState.SHIPPED, 60, "2")));

        var late =
                orders.apply(connection, List.of(order("X1", company, OfflineState.NEW, 0, "5")));

        assertThat(late).isEmpty();
        assertThat(rows(company))
                .extracting(OfflineOrders.Row::state)
                .containsExactly(OfflineState.SHIPPED);
    }

    @Test
    void theSameTwiceIsOneOrderAndNoChange() {
        CustomerId company = customers.anActiveCustomer().id();
        List<Report> page = List.of(order("X1", company, OfflineState.NEW, 0, "2"));

        assertThat(orders.apply(connection, page)).containsExactly("X1");
        assertThat(orders.apply(connection, page)).isEmpty();

        assertThat(rows(company)).hasSize(1);
    }

    @Test
    void linesOfAChangedOrderReplaceThoseBefore() {
        CustomerId company = customers.anActiveCustomer().id();
        orders.apply(connection, List.of(order("X1", company, OfflineState.NEW, 0, "2")));

        orders.apply(connection, List.of(order("X1", company, OfflineState.NEW, 5, "7")));

        OfflineOrders.View view = orders.find(company, rows(company).getFirst().id()).orElseThrow();
        assertThat(view.lines()).hasSize(2);
        assertThat(view.lines().getFirst().quantity()).isEqualByComparingTo("7");
        assertThat(view.lines().getFirst().again()).isPresent();
        assertThat(view.lines().get(1).again()).as("postage is not ordered").isEmpty();
    }

    @Test
    void nobodySeesAnotherCompanysOrders() {
        CustomerId company = customers.anActiveCustomer().id();
        CustomerId other = customers.anActiveCustomer().id();
        orders.apply(connection, List.of(order("X1", company, OfflineState.NEW, 0, "2")));

        assertThat(rows(other)).isEmpty();
        assertThat(orders.find(other, rows(company).getFirst().id())).isEmpty();
    }

    @Test
    void anOrderOfNobodyIsMisuseAndAnAdjustmentIsNobodys() {
        assertThatThrownBy(() -> order("X1", null, OfflineState.NEW, 0, "1"))
                .isInstanceOf(IllegalArgumentException.class);

        orders.apply(
                connection,
                List.of(
                        new Report(
                                "A1",
                                OfflineKind.ADJUSTMENT,
                                null,
                                MORNING,
                                OfflineState.SHIPPED,
                                "",
                                Money.of("-3.00"),
                                MORNING,
                                List.of())));
    }

    private List<OfflineOrders.Row> rows(CustomerId company) {
        return orders.page(company, "", PageRequest.first(10)).items();
    }

    private Report order(
            String code,
            @Nullable CustomerId company,
            OfflineState state,
            long later,
            String quantity) {
        ProductId product = trade.aProduct();
        return new Report(
                code,
                OfflineKind.ORDER,
                company,
                MORNING,
                state,
                "",
                Money.of("10.00"),
                MORNING.plusSeconds(later),
                List.of(
                        new Line(
                                product,
                                "P",
                                "Pills",
                                new BigDecimal(quantity),
                                UnitPrice.of("4.00"),
                                Money.of("4.00")),
                        new Line(
                                null,
                                "POST",
                                "",
                                BigDecimal.ONE,
                                UnitPrice.of("6.00"),
                                Money.of("6.00"))));
    }
}
