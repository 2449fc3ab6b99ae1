package io.mallhub.flash.internal;

import io.mallhub.pricing.SalePrices;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RuleRevisions;
import io.mallhub.shared.UnitPrice;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A demand is wholly at the flash price, or not at all: a line has one price. */
@Component
class FlashPrices implements SalePrices {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final KeptRules<List<Run>> runs;

    FlashPrices(JdbcClient jdbc, Clock clock, RuleRevisions revisions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.runs = new KeptRules<>(revisions, RuleRevisions.Kind.FLASH_SALES, this::open);
    }

    /** When something is for sale, as long as nobody closes it. */
    private record Run(ProductId product, Instant from, Instant until) {
        boolean includes(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private List<Run> open() {
        return jdbc.sql(
                        "SELECT product_id, opens_at, closes_at FROM flash_occurrence"
                                + " WHERE closed_at IS NULL")
                .query(
                        (row, number) ->
                                new Run(
                                        new ProductId(row.getObject(1, UUID.class)),
                                        Instants.sure(row, "opens_at"),
                                        Instants.sure(row, "closes_at")))
                .list();
    }

    @Override
    public Map<ProductId, UnitPrice> now(CustomerId customer, Map<ProductId, Quantity> wanted) {
        Instant now = clock.instant();
        boolean none =
                runs.surely(
                        all ->
                                all.stream()
                                        .noneMatch(
                                                run ->
                                                        wanted.containsKey(run.product())
                                                                && run.includes(now)));
        return none ? Map.of() : ask(customer, wanted, now);
    }

    private Map<ProductId, UnitPrice> ask(
            CustomerId customer, Map<ProductId, Quantity> wanted, Instant now) {
        Map<ProductId, UnitPrice> prices = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT o.product_id, o.price
                        FROM unnest(:products::uuid[], :quantities::numeric[])
                            AS w (product_id, quantity)
                        JOIN flash_occurrence o ON o.product_id = w.product_id
                            AND %s
                        WHERE o.taken + w.quantity <= o.backed
                            AND (o.most IS NULL OR %s + w.quantity <= o.most)
                        """
                                .formatted(FlashTakings.RUNS, FlashTakings.MINE))
                .param("products", Columns.of(wanted.entrySet(), Map.Entry::getKey))
                .param("quantities", Columns.of(wanted.entrySet(), it -> it.getValue().amount()))
                .param("customer", customer.value())
                .param("now", Instants.parameter(now))
                .query(
                        row -> {
                            prices.put(
                                    new ProductId(row.getObject(1, UUID.class)),
                                    new UnitPrice(row.getBigDecimal(2)));
                        });
        return prices;
    }
}
