package io.mallhub.flash;

import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.MallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a sale is open: once, from its begin to its end, or in weekly slots between them, in the
 * mall's time zone. A slot that the begin or the end cuts is open for the rest.
 *
 * @param begins first instant
 * @param ends first instant after it, at most {@link #LONGEST} later
 * @param slots none: one opening
 */
public record Timing(Instant begins, Instant ends, List<WeeklySlot> slots) {
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @throws IllegalArgumentException when it ends before it begins or after {@link #LONGEST}, or
     *     two slots overlap
     */
    public Timing {
        slots =
                slots.stream()
                        .sorted(
                                Comparator.comparing(WeeklySlot::day)
                                        .thenComparing(WeeklySlot::from))
                        .toList();
        if (!begins.isBefore(ends) || Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A sale ends after it begins, within 366 days");
        }
        if (overlap(slots)) {
            throw new IllegalArgumentException("Weekly slots of one sale do not overlap");
        }
    }

    /** Two of them are open at the same time. */
    public static boolean overlap(List<WeeklySlot> slots) {
        for (int one = 0; one < slots.size(); one++) {
            for (int other = one + 1; other < slots.size(); other++) {
                WeeklySlot slot = slots.get(other);
                if (slots.get(one).covers(startOf(slot)) || slot.covers(startOf(slots.get(one)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In a week of which it only matters that all slots are asked about the same one. */
    private static Instant startOf(WeeklySlot slot) {
        return LocalDate.of(2026, 1, 5)
                .with(TemporalAdjusters.nextOrSame(slot.day()))
                .atTime(slot.from())
                .atZone(MallTime.ZONE)
                .toInstant();
    }

    public boolean isWeekly() {
        return !slots.isEmpty();
    }

    /** The one that is open then, or the next; empty when all are over. */
    public Optional<Opening> next(Instant now) {
        List<Opening> next = openings(now, 1);
        return next.isEmpty() ? Optional.empty() : Optional.of(next.getFirst());
    }

    /** Those that are not over then, the earliest first. */
    public List<Opening> openings(Instant now, int most) {
        List<Opening> openings = new ArrayList<>();
        if (slots.isEmpty()) {
            add(new Opening(begins, ends), now, openings);
            return openings;
        }
        LocalDate day = MallTime.dateOf(begins.isAfter(now) ? begins : now);
        LocalDate last = MallTime.dateOf(ends);
        while (openings.size() < most && !day.isAfter(last)) {
            for (WeeklySlot slot : slots) {
                if (slot.day() == day.getDayOfWeek() && openings.size() < most) {
                    add(day, slot, now, openings);
                }
            }
            day = day.plusDays(1);
        }
        return openings;
    }

    private void add(LocalDate day, WeeklySlot slot, Instant now, List<Opening> openings) {
        Instant from = day.atTime(slot.from()).atZone(MallTime.ZONE).toInstant();
        Instant until =
                slot.until().equals(LocalTime.MIDNIGHT)
                        ? MallTime.startOf(day.plusDays(1))
                        : day.atTime(slot.until()).atZone(MallTime.ZONE).toInstant();
        Instant opens = from.isBefore(begins) ? begins : from;
        Instant closes = until.isAfter(ends) ? ends : until;
        if (opens.isBefore(closes)) {
            add(new Opening(opens, closes), now, openings);
        }
    }

    private static void add(Opening opening, Instant now, List<Opening> openings) {
        if (opening.closes().isAfter(now)) {
            openings.add(opening);
        }
    }

    /** Both are open at some instant from then on. */
    public boolean overlaps(Timing other, Instant now) {
        List<Opening> mine = openings(now, Integer.MAX_VALUE);
        List<Opening> others = other.openings(now, Integer.MAX_VALUE);
        int place = 0;
        for (Opening one : mine) {
            while (place < others.size() && !others.get(place).closes().isAfter(one.opens())) {
                place++;
            }
            if (place < others.size() && others.get(place).overlaps(one)) {
                return true;
            }
        }
        return false;
    }
}
