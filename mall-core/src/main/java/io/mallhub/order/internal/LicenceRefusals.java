package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.order.LicenceEvidence.Refusal;
import io.mallhub.order.LicenceEvidence.RefusedLine;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the gate refused at submit. The same one again counts up: programs try all day. */
@Component
class LicenceRefusals {
    /** Sorted, so that the same refusal is the same text. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private static final TypeReference<List<RefusedLine>> LINES = new TypeReference<>() {};
    private static final String REFUSED =
            """
             FROM licence_refusal
            WHERE customer_id = :customer AND first_at >= :from AND first_at < :until
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LicenceRefusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the lines for which the gate is closed; nothing when it is open for all. */
    void keep(CustomerId customer, Actor by, List<AssessedLine> lines) {
        List<RefusedLine> refused =
                lines.stream()
                        .filter(it -> !it.verdict().allowed())
                        .flatMap(
                                it ->
                                        Stream.ofNullable(it.product())
                                                .map(product -> line(product, it)))
                        .distinct()
                        .toList();
        if (refused.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String content = JSON.writeValueAsString(refused);
        jdbc.sql(
                        """
                        INSERT INTO licence_refusal (customer_id, day, digest, first_at, last_at, by_name, verdicts)
                        VALUES (:customer, :day, :digest, :now, :now, :by, :verdicts)
                        ON CONFLICT (customer_id, day, digest)
                        DO UPDATE SET times = licence_refusal.times + 1, last_at = excluded.last_at
                        """)
                .param("customer", customer.value())
                .param("day", MallTime.dateOf(now))
                .param("digest", Sha256.hex(content))
                .param("now", Instants.parameter(now))
                .param("by", by.name())
                .param("verdicts", content)
                .update();
    }

    private static RefusedLine line(ProductView product, AssessedLine line) {
        return new RefusedLine(product.code(), product.name(), line.verdict());
    }

    /** Oldest first. */
    Page<Refusal> of(CustomerId customer, Instant from, Instant until, PageRequest page) {
        List<Refusal> items =
                asked(
                                "SELECT first_at, last_at, times, by_name, verdicts"
                                        + REFUSED
                                        + " ORDER BY first_at, id LIMIT :size OFFSET :offset",
                                customer,
                                from,
                                until)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, n) ->
                                        new Refusal(
                                                Instants.sure(row, 1),
                                                Instants.sure(row, 2),
                                                row.getInt(3),
                                                row.getString(4),
                                                JSON.readValue(row.getString(5), LINES)))
                        .list();
        long total =
                asked("SELECT count(*)" + REFUSED, customer, from, until)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private JdbcClient.StatementSpec asked(
            String sql, CustomerId customer, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("from", Instants.parameter(from))
                .param("until", Instants.parameter(until));
    }
}
