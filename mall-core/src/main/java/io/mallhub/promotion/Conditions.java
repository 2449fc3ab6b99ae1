package io.mallhub.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When and for whom a rule holds. Empty sets and nulls ask for nothing.
 *
 * @param from first instant
 * @param until first instant after it
 * @param slots holds in any of them
 * @param groups words of customer types: the buyer is of one of them
 * @param regions GB/T 2260 codes: a province covers its cities, a city its districts
 * @param payments words of payment methods
 * @param channels the order comes by one of them
 * @param limits how much it gives in all
 */
public record Conditions(
        @Nullable Instant from,
        @Nullable Instant until,
        List<WeeklySlot> slots,
        Set<String> levels,
        Set<String> groups,
        Set<String> regions,
        Set<String> payments,
        Set<Channel> channels,
        Limits limits) {
    public static final Conditions NONE =
            new Conditions(
                    null,
                    null,
                    List.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Limits.NONE);

    /**
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Conditions {
        slots = List.copyOf(slots);
        levels = Set.copyOf(levels);
        groups = Set.copyOf(groups);
        regions = Set.copyOf(regions);
        payments = Set.copyOf(payments);
        // Rules from before there were any.
        channels = channels == null ? Set.of() : Set.copyOf(channels);
        limits = limits == null ? Limits.NONE : limits;
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A rule ends after it begins");
        }
    }

    /** Whether the time of the rule has come and is not over, whatever its slots. */
    public boolean isWithin(Instant at) {
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** The same, within this time. */
    public Conditions during(@Nullable Instant begin, @Nullable Instant end) {
        return new Conditions(
                begin, end, slots, levels, groups, regions, payments, channels, limits);
    }

    /** The same, in one of these slots. */
    public Conditions in(WeeklySlot... weekly) {
        return new Conditions(
                from, until, List.of(weekly), levels, groups, regions, payments, channels, limits);
    }

    /** The same, for these methods. */
    public Conditions paidBy(Set<String> methods) {
        return new Conditions(
                from, until, slots, levels, groups, regions, methods, channels, limits);
    }

    /** The same, for buyers of one of the levels. */
    public Conditions ofLevels(Set<String> some) {
        return new Conditions(
                from, until, slots, some, groups, regions, payments, channels, limits);
    }

    /** The same, for buyers in one of the groups. */
    public Conditions ofGroups(Set<String> some) {
        return new Conditions(
                from, until, slots, levels, some, regions, payments, channels, limits);
    }

    /** The same, for buyers of one of the regions. */
    public Conditions ofRegions(Set<String> some) {
        return new Conditions(from, until, slots, levels, groups, some, payments, channels, limits);
    }

    /** The same, for orders that come like this. */
    public Conditions by(Set<Channel> some) {
        return new Conditions(from, until, slots, levels, groups, regions, payments, some, limits);
    }

    /** The same, as long as something is left. */
    public Conditions within(Limits most) {
        return new Conditions(
                from, until, slots, levels, groups, regions, payments, channels, most);
    }
}
