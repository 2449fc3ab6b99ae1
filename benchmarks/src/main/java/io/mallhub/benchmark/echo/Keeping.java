package io.mallhub.benchmark.echo;

import io.mallhub.gateway.wire.Stock;
import io.mallhub.gateway.wire.StockBatch;
import jakarta.jws.WebService;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what it was given by one statement and gives it back: the least that a durable receiver of
 * the message could do. Nothing is checked, translated or counted.
 */
@WebService(endpointInterface = "io.mallhub.benchmark.echo.Echo")
class Keeping implements Echo {
    private static final String WRITE =
            """
            insert into benchmark_stock (code, as_of, on_hand, batches)
            select * from unnest(:codes::text[], :times::timestamptz[], :figures::numeric[],
                                 :batches::text[])
            on conflict (code) do update
               set as_of = excluded.as_of, on_hand = excluded.on_hand, batches = excluded.batches
             where benchmark_stock.as_of <= excluded.as_of
            """;

    private final JdbcClient jdbc;

    Keeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stock> updateStock(List<Stock> stock) {
        int written =
                jdbc.sql(WRITE)
                        .param(
                                "codes",
                                stock.stream().map(Stock::getProductCode).toArray(String[]::new))
                        .param(
                                "times",
                                stock.stream()
                                        .map(it -> it.getAsOf().toString())
                                        .toArray(String[]::new))
                        .param(
                                "figures",
                                stock.stream().map(Keeping::onHand).toArray(BigDecimal[]::new))
                        .param(
                                "batches",
                                stock.stream().map(Keeping::batches).toArray(String[]::new))
                        .update();
        if (written != stock.size()) {
            throw new IllegalStateException("%d of %d written".formatted(written, stock.size()));
        }
        return stock;
    }

    private static BigDecimal onHand(Stock stock) {
        return stock.getBatch().stream()
                .map(StockBatch::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String batches(Stock stock) {
        return stock.getBatch().stream()
                .map(it -> it.getNumber() + " " + it.getExpiry() + " " + it.getQuantity())
                .collect(Collectors.joining(";"));
    }
}
