package io.mallhub.transfer;

import java.util.Locale;
import java.util.Optional;

/**
 * One transfer is one document, whatever it pays: a top-up of prepaid money or a payment of what is
 * owed. Whoever books money of a transfer claims it first. Joins the caller's transaction.
 */
public interface BankTransfers {
    int LONGEST_REFERENCE = 100;

    /** One transfer has one spelling: blanks and case don't count. */
    static String spelled(String reference) {
        return reference.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }

    /**
     * Of those that want the same transfer at once the later ones wait here for the first.
     *
     * @param reference as {@link #spelled} gives it
     * @param document the one the transfer stands for from now on; claims once in its life
     */
    ClaimOutcome claim(String reference, String document);

    /** The document stands for its transfer no longer: another may. Idempotent. */
    void release(String document);

    /** The document that stands for it now. */
    Optional<String> documentOf(String reference);

    sealed interface ClaimOutcome {
        record Claimed() implements ClaimOutcome {}

        /**
         * Nothing was changed.
         *
         * @param document that stands for it
         */
        record Taken(String document) implements ClaimOutcome {}
    }
}
