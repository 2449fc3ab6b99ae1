package io.mallhub.processes;

import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds instances among millions, newest first. Every criterion has its index. */
public interface InstanceSearch {
    /**
     * @param after where the slice before ended; null: from the newest on
     * @param size 1 to 200
     */
    Slice find(Criteria criteria, @Nullable Cursor after, int size);

    /** Both at once, for a page: the criteria are weighed only once. */
    Found found(Criteria criteria, @Nullable Cursor after, int size, int mostCounted);

    /** How many there are, counted up to {@code most}. */
    int count(Criteria criteria, int most);

    /** Newest first, at most {@code most}. */
    List<Long> keys(Criteria criteria, int most);

    /**
     * All must hold; null asks for nothing.
     *
     * @param number business number of the mall from its beginning, the number that the ERP gave to
     *     an order, return, voucher or customer, or the instance key
     * @param customer part of the customer's name
     * @param element where a token stands now
     * @param incidentText part of the message of an incident, open or resolved
     * @param causeGroup open incidents of that group of the incident desk
     * @param startedTo exclusive
     */
    record Criteria(
            @Nullable String process,
            @Nullable Long definition,
            @Nullable State state,
            @Nullable String number,
            @Nullable String customer,
            @Nullable String element,
            boolean incidentsOnly,
            @Nullable String incidentText,
            @Nullable String causeGroup,
            @Nullable VariableCondition variable,
            @Nullable Instant startedFrom,
            @Nullable Instant startedTo) {
        public static final Criteria ALL =
                new Criteria(
                        null, null, null, null, null, null, false, null, null, null, null, null);

        public static Criteria ofNumber(String number) {
            return new Criteria(
                    null, null, null, number, null, null, false, null, null, null, null, null);
        }

        public static Criteria ofGroup(String causeGroup) {
            return new Criteria(
                    null, null, null, null, null, null, false, null, causeGroup, null, null, null);
        }
    }

    sealed interface VariableCondition {
        String name();

        /**
         * @param value JSON, or a text without quotes
         */
        record Is(String name, String value) implements VariableCondition {}

        /** Short texts only: up to 78 characters. */
        record Contains(String name, String part) implements VariableCondition {}

        /** Both ends belong to it; null: open. */
        record Between(String name, @Nullable BigDecimal from, @Nullable BigDecimal to)
                implements VariableCondition {}
    }

    /**
     * @param next null: this was the last slice
     */
    record Slice(List<InstanceRow> items, @Nullable Cursor next) {}

    record Found(Slice slice, int count) {}

    /** A place in the list, as text {@code <milliseconds>-<key>}. */
    record Cursor(Instant startedAt, long key) {
        /**
         * @throws IllegalArgumentException for any other text
         */
        public static Cursor of(String text) {
            int dash = text.indexOf('-', 1);
            if (dash < 0) {
                throw new IllegalArgumentException(text + " is no place in a list");
            }
            return new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash))),
                    Long.parseLong(text.substring(dash + 1)));
        }

        @Override
        public String toString() {
            return startedAt.toEpochMilli() + "-" + key;
        }
    }
}
