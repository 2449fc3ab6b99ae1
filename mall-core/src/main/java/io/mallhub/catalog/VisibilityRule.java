package io.mallhub.catalog;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.RegionCode;
import io.mallhub.shared.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goods that are shown to or hidden from somebody, or their prices.
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

    /** What of goods a rule is about. Of each the strongest rule decides by itself. */
    public enum Aspect {
        PRODUCT,
        PRICE
    }

    /** Without a rule everything is shown: one that shows takes back a less special one. */
    public enum Effect {
        SHOW(Aspect.PRODUCT),
        HIDE(Aspect.PRODUCT),
        SHOW_PRICE(Aspect.PRICE),
        /** The product is shown without its price, and cannot be ordered. */
        HIDE_PRICE(Aspect.PRICE);

        private final Aspect aspect;

        Effect(Aspect aspect) {
            this.aspect = aspect;
        }

        public Aspect aspect() {
            return aspect;
        }

        public boolean hides() {
            return this == HIDE || this == HIDE_PRICE;
        }
    }

    /** The later the more special. */
    public enum GoodsKind {
        ALL,
        /** Of the law. */
        CATEGORY,
        /** A {@link MerchandiseCategory} with all that is below it; the deeper the more special. */
        MERCHANDISE,
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
     * @param of product id, maker as the catalogue has it, code of a merchandise category or name
     *     of one of the law; empty for all
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

        private static final int LONGEST_NAME = 400;
        private static final Pattern REGION = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}");
        private static final Pattern ID =
                Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        public static Audience customer(CustomerId customer, String label) {
            return new Audience(AudienceKind.CUSTOMER, customer.value().toString(), label);
        }

        /** As {@link #key} gives it. */
        public static Audience of(String key, String label) {
            String[] parts = key.split(":", 2);
            return new Audience(AudienceKind.valueOf(parts[0]), parts[1], label);
        }

        /** Of everything that may be said of this viewer; the closest comes last. */
        public static List<String> keys(Viewer viewer) {
            List<String> keys = new ArrayList<>();
            keys.add(EVERYONE.key());
            RegionCode.beginnings(viewer.region())
                    .forEach(region -> keys.add(AudienceKind.REGION + ":" + region));
            if (!viewer.type().isEmpty()) {
                keys.add(AudienceKind.TYPE + ":" + viewer.type());
            }
            if (!viewer.level().isEmpty()) {
                keys.add(AudienceKind.LEVEL + ":" + viewer.level());
            }
            if (viewer.customer() != null) {
                keys.add(customer(viewer.customer(), "").key());
            }
            return keys;
        }

        public String key() {
            return kind + ":" + of;
        }

        /** It could be somebody: a rule for nobody would do nothing, and nobody would notice. */
        public boolean isSomebody() {
            return switch (kind) {
                case EVERYONE -> of.isEmpty();
                case REGION -> REGION.matcher(of).matches();
                case CUSTOMER -> ID.matcher(of).matches();
                case TYPE, LEVEL -> !of.isBlank() && of.length() <= LONGEST_NAME;
            };
        }
    }
}
