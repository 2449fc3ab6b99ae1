package io.mallhub.flash.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Occurrences whose sum is not what the entries say. */
@Component
class FlashProof implements ProvenLedger {
    private final JdbcClient jdbc;

    FlashProof(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "flash-sales";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM flash_occurrence),"
                        + " (SELECT count(*) FROM flash_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return jdbc.sql(
                        """
                        SELECT o.sale || ' ' || o.opens_at AS account
                        FROM flash_occurrence o
                        LEFT JOIN (SELECT occurrence, sum(quantity) AS taken
                            FROM flash_entry GROUP BY occurrence) e ON e.occurrence = o.id
                        WHERE o.taken <> coalesce(e.taken, 0)
                        ORDER BY account
                        """)
                .query(String.class)
                .list();
    }
}
