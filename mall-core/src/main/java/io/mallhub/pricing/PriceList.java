package io.mallhub.pricing;

import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a price list.
 *
 * @param rows how many
 * @param edit rises with every change of the draft: who publishes says which one he has seen
 * @param changedBy name of who changed it last
 * @param publishedAt null before
 */
public record PriceList(
        Key key,
        Terms terms,
        PriceListState state,
        int rows,
        int edit,
        String changedBy,
        Instant changedAt,
        @Nullable Instant publishedAt) {

    public boolean isDraft() {
        return state == PriceListState.DRAFT;
    }

    /** Whether it is asked for prices on that day. */
    public boolean holds(LocalDate day) {
        return state == PriceListState.PUBLISHED && !isScheduled(day) && !isOver(day);
    }

    /** Published, and not yet begun. */
    public boolean isScheduled(LocalDate today) {
        LocalDate from = terms.validFrom();
        return state == PriceListState.PUBLISHED && from != null && from.isAfter(today);
    }

    /** Published, and past its last day. */
    public boolean isOver(LocalDate today) {
        LocalDate until = terms.validUntil();
        return state == PriceListState.PUBLISHED && until != null && until.isBefore(today);
    }

    /**
     * @param number {@code PL} + 6 digits, the same for all versions
     * @param version from 1 on
     */
    public record Key(String number, int version) {
        @Override
        public String toString() {
            return number + "/" + version;
        }
    }

    /**
     * What a list says of itself.
     *
     * @param name 1 to 60 characters, for staff
     * @param validFrom Asia/Shanghai day, included; null = open, as the end; a special price has
     *     both
     */
    public record Terms(
            String name,
            Audience audience,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * Whom a list is for.
     *
     * @param source never BASE: that one is the ERP's
     * @param owner customer id, level code, name of a customer type or beginning of a region code;
     *     empty for everyone
     * @param label as people know it
     */
    public record Audience(Source source, String owner, String label) {
        public static final Audience EVERYONE = new Audience(Source.SPECIAL, "", "");

        public static Audience customer(CustomerId customer, String label) {
            return new Audience(Source.AGREEMENT, customer.toString(), label);
        }

        public static Audience level(String level) {
            return new Audience(Source.LEVEL, level, level);
        }

        /**
         * @param type name of the customer type
         */
        public static Audience type(String type) {
            return new Audience(Source.TYPE, type, type);
        }

        public static Audience region(String region) {
            return new Audience(Source.REGION, region, region);
        }
    }

    /**
     * @param from quantity from which the price holds, more than 0
     */
    public record Row(ProductId product, Quantity from, UnitPrice price) {}
}
