package io.mallhub.flash.internal;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Occurrences whose sum, and companies whose share, is not what the entries say. */
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
                        WITH entries AS (
                            SELECT occurrence, customer_id, sum(quantity) AS taken
                            FROM flash_entry GROUP BY occurrence, customer_id),
                        shares AS (
                            SELECT coalesce(e.occurrence, s.occurrence) AS occurrence
                            FROM entries e FULL JOIN flash_share s
                                ON s.occurrence = e.occurrence AND s.customer_id = e.customer_id
                            WHERE coalesce(e.taken, 0) <> coalesce(s.taken, 0))
                        SELECT o.sale || ' ' || o.opens_at AS account
                        FROM flash_occurrence o
                        WHERE o.id IN (SELECT occurrence FROM shares)
                            OR o.taken <> coalesce((
                                SELECT sum(e.taken) FROM entries e WHERE e.occurrence = o.id), 0)
                        ORDER BY account
                        """)
                .query(String.class)
                .list();
    }
}
