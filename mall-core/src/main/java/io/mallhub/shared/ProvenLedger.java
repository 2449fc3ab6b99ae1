package io.mallhub.shared;

import java.util.List;

/**
 * An append-only ledger that can prove itself: every balance it shows is the sum of its entries.
 * Each context that keeps one offers it as a bean; somebody is alerted when a proof fails.
 */
public interface ProvenLedger {
    /** Names it in texts: receivables, prepaid, commission, coupons. */
    String name();

    /**
     * Accounts whose balance differs from the sum of their entries: always empty, or an alarm.
     * Reads all entries: to be asked now and then.
     */
    List<String> unprovenAccounts();
}
