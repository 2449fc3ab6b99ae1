package io.mallhub.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock.ApplyResult;
import io.mallhub.stock.Stock.HoldOutcome;
import io.mallhub.stock.StockSnapshot.Batch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class StockTest {
    private static final Instant NOON = MutableClock.START;

    private final ProductId product = new ProductId(UUID.randomUUID());

    @Autowired Stock stock;
    @Autowired Fences fences;

    @Test
    void aProductWithoutFiguresSellsNothing() {
        assertThat(stock.sellable(List.of(product))).containsEntry(product, Quantity.ZERO);
        assertThat(stock.equation(product).asOf()).isNull();
        assertThat(stock.hold(anOrder(), Map.of(product, Quantity.of(1))))
                .isInstanceOf(HoldOutcome.Short.class);
    }

    @Test
    void theEquationTakesAllocationsAndHoldsFromTheStockOnHand() {
        apply(NOON, false, batch("B1", "2027-05-01", 60, 5), batch("B2", "2026-12-01", 40, 0));

        stock.hold(anOrder(), Map.of(product, Quantity.of(10)));

        StockEquation equation = stock.equation(product);
        assertThat(equation.onHand()).isEqualTo(Quantity.of(100));
        assertThat(equation.allocated()).isEqualTo(Quantity.of(5));
        assertThat(equation.holds()).isEqualTo(Quantity.of(10));
        assertThat(equation.sellable()).isEqualTo(Quantity.of(85));
        assertThat(equation.batches()).extracting(Batch::number).containsExactly("B2", "B1");
    }

    @Test
    void whatTheErpReportsAsAvailableIsNotReducedTwice() {
        apply(NOON, true, batch("B1", "2027-05-01", 60, 20));

        assertThat(sellable()).isEqualTo(Quantity.of(60));
    }

    @Test
    void moreAllocatedThanThereIsShowsZeroNotLess() {
        apply(NOON, false, batch("B1", "2027-05-01", 5, 9));

        assertThat(sellable()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatIsSetAsideIsSellableToNobodyButWhoNamesTheFenceAndGoesBackThere() {
        apply(NOON, false, batch("B1", "2027-05-01", 100, 0));
        UUID fence = UUID.randomUUID();
        assertThat(fences.add(fence, product, Quantity.of(40))).isEqualTo(Quantity.of(40));
        assertThat(sellable()).isEqualTo(Quantity.of(60));
        OrderId order = anOrder();
        Map<ProductId, Fences.Part> part = Map.of(product, new Fences.Part(fence, Quantity.of(30)));

        assertThat(stock.hold(order, Map.of(product, Quantity.of(30)), part))
                .isEqualTo(new HoldOutcome.Held());
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(10));
        assertThat(sellable()).isEqualTo(Quantity.of(60));

        Map<ProductId, Quantity> more = Map.of(product, Quantity.of(20));
        stock.change(order, more, more);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(20));
        assertThat(sellable()).isEqualTo(Quantity.of(60));

        stock.release(order);
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.of(40));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aFenceThatHasEndedGetsNothingBackAndItsGoodsAreSellable() {
        apply(NOON, false, batch("B1", "2027-05-01", 100, 0));
        UUID fence = UUID.randomUUID();
        fences.add(fence, product, Quantity.of(40));
        OrderId order = anOrder();
        stock.hold(
                order,
                Map.of(product, Quantity.of(30)),
                Map.of(product, new Fences.Part(fence, Quantity.of(30))));

        fences.end(fence);
        fences.end(fence);
        assertThat(sellable()).isEqualTo(Quantity.of(70));
        stock.release(order);

        assertThat(sellable()).isEqualTo(Quantity.of(100));
        assertThat(stock.equation(product).fenced()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void noMoreIsSetAsideThanIsSellableAndAnEndedFenceGivesNothing() {
        apply(NOON, false, batch("B1", "2027-05-01", 10, 0));
        UUID fence = UUID.randomUUID();

        assertThat(fences.add(fence, product, Quantity.of(40))).isEqualTo(Quantity.of(10));
        assertThat(fences.add(fence, product, Quantity.of(30))).isEqualTo(Quantity.ZERO);
        fences.end(fence);
        OrderId order = anOrder();
        HoldOutcome outcome =
                stock.hold(
                        order,
                        Map.of(product, Quantity.of(11)),
                        Map.of(product, new Fences.Part(fence, Quantity.of(11))));

        assertThat(((HoldOutcome.Short) outcome).shortages())
                .containsExactly(new Stock.Shortage(product, Quantity.of(11), Quantity.of(10)));
    }

    @Test
    void anOlderSnapshotNeverOverwritesANewerOne() {
        apply(NOON, false, batch("B1", "2027-05-01", 10, 0));

        ApplyResult older = apply(NOON.minusMillis(1), false, batch("B1", "2027-05-01", 99, 0));

        assertThat(older).isEqualTo(ApplyResult.OLDER_IGNORED);
        assertThat(sellable()).isEqualTo(Quantity.of(10));
    }

    @Test
    void olderAndNewerInOnePageAndInAnyOrderEndWithTheNewest() {
        List<StockSnapshot> page = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            page.add(snapshot(NOON.plusSeconds(60L * minute), false, batch("B", null, minute, 0)));
        }
        Collections.shuffle(page);

        stock.apply(page);

        assertThat(sellable()).isEqualTo(Quantity.of(19));
    }

    @Test
    void theSameFiguresAgainAreUnchangedButTheirTimeMovesOn() {
        apply(NOON, false, batch("B1", "2027-05-01", 10, 0));

        assertThat(apply(NOON, false, batch("B1", "2027-05-01", 10, 0)))
                .isEqualTo(ApplyResult.UNCHANGED);
        assertThat(apply(NOON.plusSeconds(60), false, batch("B1", "2027-05-01", 10, 0)))
                .isEqualTo(ApplyResult.UNCHANGED);
        assertThat(stock.equation(product).asOf()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aHoldIsAllOrNothingAndNamesEveryShortage() {
        ProductId second = new ProductId(UUID.randomUUID());
        ProductId plenty = new ProductId(UUID.randomUUID());
        apply(NOON, false, batch("B1", null, 3, 0));
        stock.apply(List.of(snapshotOf(second, NOON, 1), snapshotOf(plenty, NOON, 100)));
        Map<ProductId, Quantity> demand = new LinkedHashMap<>();
        demand.put(product, Quantity.of(4));
        demand.put(second, Quantity.of(2));
        demand.put(plenty, Quantity.of(5));

        HoldOutcome outcome = stock.hold(anOrder(), demand);

        assertThat(((HoldOutcome.Short) outcome).shortages())
                .containsExactlyInAnyOrder(
                        new Stock.Shortage(product, Quantity.of(4), Quantity.of(3)),
                        new Stock.Shortage(second, Quantity.of(2), Quantity.of(1)));
        assertThat(stock.equation(plenty).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void theSameOrderAgainGivesTheSameAnswer() {
        apply(NOON, false, batch("B1", null, 10, 0));
        OrderId order = anOrder();

        assertThat(stock.hold(order, Map.of(product, Quantity.of(7))))
                .isEqualTo(new HoldOutcome.Held());
        assertThat(stock.hold(order, Map.of(product, Quantity.of(7))))
                .isEqualTo(new HoldOutcome.Held());
        assertThat(sellable()).isEqualTo(Quantity.of(3));
    }

    @Test
    void aReleasedHoldGoesBackOnce() {
        apply(NOON, false, batch("B1", null, 10, 0));
        OrderId order = anOrder();
        stock.hold(order, Map.of(product, Quantity.of(7)));

        stock.release(order);
        stock.release(order);
        stock.release(anOrder());

        assertThat(sellable()).isEqualTo(Quantity.of(10));
        assertThatThrownBy(() -> stock.hold(order, Map.of(product, Quantity.of(7))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHoldStaysUntilTheFiguresContainTheOrder() {
        apply(NOON, false, batch("B1", null, 10, 0));
        OrderId order = anOrder();
        stock.hold(order, Map.of(product, Quantity.of(4)));
        stock.knownToErp(order, NOON.plusSeconds(60));

        // the ERP's figures of half a minute earlier don't know the order yet
        apply(NOON.plusSeconds(30), false, batch("B1", null, 10, 0));
        assertThat(sellable()).isEqualTo(Quantity.of(6));

        apply(NOON.plusSeconds(60), false, batch("B1", null, 10, 4));
        assertThat(sellable()).isEqualTo(Quantity.of(6));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aHoldEndsAtOnceWhenTheFiguresAreNewerThanTheOrder() {
        OrderId order = anOrder();
        apply(NOON, false, batch("B1", null, 10, 0));
        stock.hold(order, Map.of(product, Quantity.of(4)));
        apply(NOON.plusSeconds(90), false, batch("B1", null, 10, 4));

        stock.knownToErp(order, NOON.plusSeconds(60));

        assertThat(sellable()).isEqualTo(Quantity.of(6));
    }

    @Test
    void theErpTimeFirstToldStays() {
        OrderId order = anOrder();
        apply(NOON, false, batch("B1", null, 10, 0));
        stock.hold(order, Map.of(product, Quantity.of(4)));
        stock.knownToErp(order, NOON.plusSeconds(60));

        stock.closed(order, NOON.plus(Duration.ofDays(2)));
        apply(NOON.plusSeconds(60), false, batch("B1", null, 6, 0));

        assertThat(sellable()).isEqualTo(Quantity.of(6));
    }

    @Test
    void ofTwoHundredBuyersOfTheLastUnitOneGetsIt() throws Exception {
        apply(NOON, false, batch("B1", null, 1, 0));

        List<HoldOutcome> outcomes =
                AtOnce.run(200, i -> stock.hold(anOrder(), Map.of(product, Quantity.of(1))));

        assertThat(outcomes.stream().filter(HoldOutcome.Held.class::isInstance)).hasSize(1);
        assertThat(sellable()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.of(1));
    }

    @Test
    void holdsSnapshotsAndReleasesOfTheSameProductsNeverDeadlock() throws Exception {
        List<ProductId> many =
                IntStream.range(0, 12).mapToObj(i -> new ProductId(UUID.randomUUID())).toList();
        stock.apply(many.stream().map(it -> snapshotOf(it, NOON, 1000)).toList());

        AtOnce.run(
                24,
                i -> {
                    List<ProductId> mine = new ArrayList<>(many);
                    Collections.shuffle(mine);
                    if (i % 3 == 0) {
                        Instant time = NOON.plusSeconds(i);
                        return stock.apply(
                                mine.stream().map(it -> snapshotOf(it, time, 1000)).toList());
                    }
                    OrderId order = anOrder();
                    Map<ProductId, Quantity> demand = new LinkedHashMap<>();
                    mine.forEach(it -> demand.put(it, Quantity.of(1)));
                    HoldOutcome outcome = stock.hold(order, demand);
                    if (i % 3 == 1) {
                        stock.release(order);
                    }
                    return outcome;
                });

        many.forEach(it -> assertThat(stock.equation(it).holds()).isEqualTo(Quantity.of(8)));
    }

    private ApplyResult apply(Instant asOf, boolean reportsAvailable, Batch... batches) {
        return stock.apply(List.of(snapshot(asOf, reportsAvailable, batches))).getFirst();
    }

    private StockSnapshot snapshot(Instant asOf, boolean reportsAvailable, Batch... batches) {
        return new StockSnapshot("erp", product, asOf, reportsAvailable, List.of(batches));
    }

    private static StockSnapshot snapshotOf(ProductId product, Instant asOf, int onHand) {
        return new StockSnapshot("erp", product, asOf, false, List.of(batch("B", null, onHand, 0)));
    }

    private static Batch batch(String number, @Nullable String expiry, int onHand, int allocated) {
        return new Batch(
                number,
                expiry == null ? null : LocalDate.parse(expiry),
                Quantity.of(onHand),
                Quantity.of(allocated));
    }

    private Quantity sellable() {
        return stock.sellable(List.of(product)).getOrDefault(product, Quantity.of(-1));
    }

    private static OrderId anOrder() {
        return new OrderId(UUID.randomUUID());
    }
}
