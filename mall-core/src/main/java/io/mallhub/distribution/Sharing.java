package io.mallhub.distribution;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a click on a share link, from the guest who follows it to the buyer who orders.
 * While he is a guest his browser keeps his clicks, signed by the mall; from his sign-in on they
 * are kept with his account. An order takes them into account as {@code LastClickPolicy} says, in
 * the transaction that submits it.
 */
public interface Sharing {
    /**
     * Somebody followed a link.
     *
     * @param code as it came, whatever that is
     * @param clicks what his browser kept; empty for nothing
     * @param buyer login of who is signed in; null for a guest
     */
    Landing follow(String code, String clicks, @Nullable String buyer);

    /** Moves what the browser kept to the account. What the mall did not sign is nothing. */
    void keep(String buyer, String clicks);

    sealed interface Landing {
        /**
         * @param product code of the one to show; empty for the mall
         * @param clicks for the browser to keep; empty for nothing
         */
        record Open(String product, String clicks) implements Landing {}

        /** Unknown, revoked, outside its days, or distribution is off: nobody learns which. */
        record Closed() implements Landing {}
    }
}
