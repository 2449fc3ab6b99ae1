package io.mallhub.recall.internal;

import io.mallhub.stock.BatchLocks.Batch;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who waits for whom about one batch, to the end of the transaction.
 *
 * <p>Opening a recall and recording a delivery go one after the other, so that either the opening
 * finds the delivery or the delivery finds the recall; deliveries don't wait for each other. A
 * delivery has locked the levels of its stock by then: an opening, too, locks the batch before it
 * takes this turn.
 */
@Component
class BatchTurns {
    private static final int DECISIONS = 303;
    private static final int DELIVERIES = 304;

    private final JdbcClient jdbc;

    BatchTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opening and unlocking: no recall is ever open on a batch that was just unlocked. */
    void deciding(Batch batch) {
        take("pg_advisory_xact_lock", DECISIONS, List.of(batch));
    }

    void opening(Batch batch) {
        take("pg_advisory_xact_lock", DELIVERIES, List.of(batch));
    }

    void delivering(Collection<Batch> batches) {
        take("pg_advisory_xact_lock_shared", DELIVERIES, batches);
    }

    /** One after the other in the order of their keys, so that two deliveries never cross. */
    private void take(String lock, int space, Collection<Batch> batches) {
        jdbc.sql(
                        "SELECT "
                                + lock
                                + "(hashtextextended(key, "
                                + space
                                + ")) FROM unnest(:keys::text[]) WITH ORDINALITY AS wanted (key, place)"
                                + " ORDER BY place")
                .param(
                        "keys",
                        batches.stream().map(BatchTurns::key).sorted().toArray(String[]::new))
                .query((row, n) -> true)
                .list();
    }

    private static String key(Batch batch) {
        return batch.product() + " " + batch.number();
    }
}
