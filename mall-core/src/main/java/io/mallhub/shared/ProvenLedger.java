package io.mallhub.shared;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An append-only ledger that can prove itself: every balance it shows is the sum of its entries.
 * Each context that keeps one offers it as a bean; somebody is alerted when a proof fails.
 */
public interface ProvenLedger {
    /** Names it in texts: receivables, prepaid, commission. */
    String name();

    /** How much there is to prove. */
    Size size();

    /**
     * Accounts whose balance differs from the sum of their entries: always empty, or an alarm.
     * Reads all entries: to be asked now and then.
     */
    List<String> unprovenAccounts();

    record Size(long accounts, long entries) {
        /**
         * @param counts one row of two columns: accounts, entries
         */
        public static Size of(JdbcClient jdbc, String counts) {
            return jdbc.sql(counts)
                    .query((row, number) -> new Size(row.getLong(1), row.getLong(2)))
                    .single();
        }
    }
}
