package io.mallhub.simulator.inventory;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stock with two queries a page: the rows, then the batches of all of them. */
@Component
class StockReader {

    private static final String COLUMNS =
            "SELECT item_number, qty, lock_qty, version, modify_time FROM t_inventory ";

    private final JdbcClient jdbc;

    StockReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Stock> changedAfter(ListPoint point) {
        return Page.cut(
                        jdbc.sql(
                                        COLUMNS
                                                + "WHERE (modify_time, item_number) > (?, ?) ORDER BY modify_time, item_number LIMIT ? OFFSET ?")
                                .params(
                                        point.sinceForSql(),
                                        point.after(),
                                        point.fetch(),
                                        point.skip())
                                .query(StockReader::withoutBatches)
                                .list(),
                        point)
                .map(this::withBatches);
    }

    /** Those of the materials that exist, by number. */
    List<Stock> of(Collection<String> materials) {
        return withBatches(
                jdbc.sql(COLUMNS + "WHERE item_number = ANY (?) ORDER BY item_number")
                        .param(materials.toArray(String[]::new))
                        .query(StockReader::withoutBatches)
                        .list());
    }

    private List<Stock> withBatches(List<Stock> stocks) {
        Map<String, List<Batch>> batches = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT b.item_number, b.batch_no, b.valid_date, b.qty
                        FROM unnest(?::text[]) AS asked (item_number)
                        JOIN t_batch b ON b.item_number = asked.item_number
                        WHERE b.qty > 0 ORDER BY b.item_number, b.valid_date, b.batch_no
                        """)
                .param(stocks.stream().map(Stock::material).toArray(String[]::new))
                .query(
                        row -> {
                            batches.computeIfAbsent(row.getString(1), item -> new ArrayList<>())
                                    .add(batch(row));
                        });
        return stocks.stream()
                .map(
                        stock ->
                                new Stock(
                                        stock.material(),
                                        stock.onHand(),
                                        stock.allocated(),
                                        stock.version(),
                                        stock.modifyTime(),
                                        batches.getOrDefault(stock.material(), List.of())))
                .toList();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal(4);
        return new Batch(row.getString(2), row.getObject(3, LocalDate.class), quantity);
    }

    private static Stock withoutBatches(ResultSet row, int n) throws SQLException {
        return new Stock(
                row.getString(1),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                List.of());
    }
}
