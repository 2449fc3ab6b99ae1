package io.mallhub.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.connectors.canonical.ErpStock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StockFiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final List<ErpStock.Batch> batches =
            List.of(
                    batch("later", LocalDate.of(2028, 1, 1), 10),
                    batch("expired", LocalDate.of(2026, 1, 1), 7),
                    batch("soon", LocalDate.of(2027, 1, 1), 5));

    @Test
    void whatIsAllocatedIsTakenFirstExpiredFirstAndExpiredLast() {
        List<ErpStock.Batch> spread =
                new StockFigures(TODAY, null, new BigDecimal("8"), batches).batches();

        assertThat(spread)
                .extracting(ErpStock.Batch::number, b -> b.allocated().intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("soon", 5),
                        org.assertj.core.groups.Tuple.tuple("later", 3),
                        org.assertj.core.groups.Tuple.tuple("expired", 0));
    }

    @Test
    void anAvailableTotalLowersTheBatchesToIt() {
        List<ErpStock.Batch> lowered =
                new StockFigures(TODAY, new BigDecimal("16"), null, batches).batches();

        assertThat(lowered)
                .extracting(ErpStock.Batch::number, b -> b.quantity().intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("soon", 0),
                        org.assertj.core.groups.Tuple.tuple("later", 9),
                        org.assertj.core.groups.Tuple.tuple("expired", 7));
    }

    @Test
    void aTotalWithoutBatchesIsOneBatchWithoutNumber() {
        assertThat(new StockFigures(TODAY, new BigDecimal("4"), null, List.of()).batches())
                .containsExactly(
                        new ErpStock.Batch("", null, new BigDecimal("4"), BigDecimal.ZERO));
    }

    private static ErpStock.Batch batch(String number, LocalDate expiry, int quantity) {
        return new ErpStock.Batch(number, expiry, BigDecimal.valueOf(quantity), BigDecimal.ZERO);
    }
}
