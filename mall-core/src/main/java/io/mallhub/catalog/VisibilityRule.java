package io.mallhub.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are shown to or hidden from somebody.
 *
 * @param validFrom Asia/Shanghai day, included; null = open, as the end
 * @param endedAt null while nobody has ended it
 */
public record VisibilityRule(
        long id,
        Effect effect,
        Goods goods,
        Audience audience,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String reason,
        String by,
        Instant at,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason) {

    /** Without a rule everything is shown: one that shows takes back a less special one. */
    public enum Effect {
        SHOW,
        HIDE
    }

    /** The later the more special. */
    public enum GoodsKind {
        ALL,
        CATEGORY,
        MAKER,
        PRODUCT
    }

    /** The later the more special; who a rule is for weighs more than what it is about. */
    public enum AudienceKind {
        EVERYONE,
        REGION,
        TYPE,
        LEVEL,
        CUSTOMER
    }

    /**
     * @param of product id, maker as the catalogue has it or name of a category; empty for all
     * @param label as people know it
     */
    public record Goods(GoodsKind kind, String of, String label) {
        public static final Goods ALL = new Goods(GoodsKind.ALL, "", "");
    }

    /**
     * @param of customer id, level code, name of a customer type or the first 2, 4 or 6 digits of a
     *     region code; empty for everyone, guests too
     * @param label as people know it
     */
    public record Audience(AudienceKind kind, String of, String label) {
        public static final Audience EVERYONE = new Audience(AudienceKind.EVERYONE, "", "");
    }
}
