package io.mallhub.promotion;

import java.util.List;

/**
 * Whoever keeps rules that give something: asked before the gift policy changes. A port; each
 * context answers for its own.
 */
public interface GivingRules {
    /** Those in force that these terms would not let out, in the order of their codes. */
    List<Held> held(GiftTerms terms);

    /**
     * Single prices that are under what these terms leave of the base price. Nobody refuses them: a
     * plain price is no gift. Told to whoever changes the policy, no more.
     */
    default List<LowPrices> low(GiftTerms terms) {
        return List.of();
    }

    /**
     * @param list AGREEMENT, LEVEL or REGION
     * @param goods how many of them
     * @param example one of them, with both prices
     */
    record LowPrices(String list, int goods, String example) {}

    enum GivingKind {
        PROMOTION,
        COUPON,
        POINTS,
        FLASH_SALE,
        PRICE_LIST
    }

    /**
     * @param code by which its page knows it
     * @param why message key, as when it is refused
     * @param detail fills the place of the message
     */
    record Held(GivingKind kind, String code, String name, String why, String detail) {}
}
