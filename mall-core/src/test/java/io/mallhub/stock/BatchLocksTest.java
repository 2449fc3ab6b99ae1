package io.mallhub.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.shared.Actor;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock.HoldOutcome;
import io.mallhub.stock.StockSnapshot.Batch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class BatchLocksTest {
    private static final Actor HEAD = Actor.staff("head", "Li Si");

    @Autowired Stock stock;
    @Autowired BatchLocks locks;
    @Autowired TradeFixtures trade;

    private ProductId product;

    @BeforeEach
    void twoBatches() {
        product = trade.aProduct();
        told(1, false, batch("B1", 60, 5), batch("B2", 40, 0));
    }

    @Test
    void whatIsInALockedBatchIsNeitherSellableNorHeld() {
        locks.lock(product, "B1", "recall", HEAD);

        assertThat(stock.equation(product).locked()).isEqualTo(Quantity.of(55));
        assertThat(sellable()).isEqualTo(Quantity.of(40));
        assertThat(hold(41)).isInstanceOf(HoldOutcome.Short.class);
        assertThat(hold(40)).isInstanceOf(HoldOutcome.Held.class);
        assertThat(sellable()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void figuresThatComeLaterAreCountedWithoutTheLockedBatchToo() {
        locks.lock(product, "B1", "recall", HEAD);

        told(2, false, batch("B1", 30, 0), batch("B2", 70, 10));
        assertThat(sellable()).isEqualTo(Quantity.of(60));

        told(3, false, batch("B2", 70, 10));
        assertThat(stock.equation(product).locked()).isEqualTo(Quantity.ZERO);
        assertThat(sellable()).isEqualTo(Quantity.of(60));
    }

    @Test
    void ofAnErpThatReportsWhatIsAvailableTheWholeBatchIsLocked() {
        told(2, true, batch("B1", 30, 4), batch("B2", 70, 0));

        locks.lock(product, "B1", "recall", HEAD);

        assertThat(sellable()).isEqualTo(Quantity.of(70));
    }

    @Test
    void anUnlockedBatchIsSellableAgainAndTheLockOfAnotherProductIsNone() {
        locks.lock(product, "B1", "recall", HEAD);
        locks.lock(product, "B1", "again", HEAD);
        ProductId other = trade.aProduct();
        assertThat(locks.isLocked(other, "B1")).isFalse();

        assertThat(locks.unlock(product, "B1", "tested again", HEAD)).isTrue();
        assertThat(locks.unlock(product, "B1", "tested again", HEAD)).isFalse();

        assertThat(locks.isLocked(product, "B1")).isFalse();
        assertThat(sellable()).isEqualTo(Quantity.of(95));
    }

    @Test
    void nothingIsUnlockedWithoutAReason() {
        locks.lock(product, "B1", "recall", HEAD);

        assertThatThrownBy(() -> locks.unlock(product, "B1", " ", HEAD))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(locks.isLocked(product, "B1")).isTrue();
    }

    private Quantity sellable() {
        return stock.equation(product).sellable();
    }

    private HoldOutcome hold(long quantity) {
        return stock.hold(new OrderId(UUID.randomUUID()), Map.of(product, Quantity.of(quantity)));
    }

    private void told(int minute, boolean available, Batch... batches) {
        stock.apply(
                List.of(
                        new StockSnapshot(
                                "erp-test",
                                product,
                                MutableClock.START.plusSeconds(60L * minute),
                                available,
                                List.of(batches))));
    }

    private static Batch batch(String number, long onHand, long allocated) {
        return new Batch(
                number, LocalDate.of(2028, 6, 30), Quantity.of(onHand), Quantity.of(allocated));
    }
}
