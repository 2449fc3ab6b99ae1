package io.mallhub.console.campaigns;

import io.mallhub.promotion.WeeklySlot;
import io.mallhub.webkit.PromotionTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that marketing offers on some days.
 *
 * @param link its page in the console
 * @param state of an enum with words; null where it has none
 * @param running buyers get it, when its time comes
 * @param first day in the mall's time; null for none
 * @param last day; null for none
 * @param slots hours of weekdays; empty for all of them
 * @param when the same in words
 */
record Campaign(
        Kind kind,
        String code,
        String name,
        String link,
        @Nullable Enum<?> state,
        boolean running,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        List<WeeklySlot> slots,
        String when) {
    enum Kind {
        PROMOTION,
        COUPON,
        FLASH_SALE
    }

    public boolean isOn(LocalDate day) {
        return (first == null || !day.isBefore(first))
                && (last == null || !day.isAfter(last))
                && (slots.isEmpty()
                        || slots.stream().anyMatch(it -> it.day() == day.getDayOfWeek()));
    }

    /** Some day between these. */
    boolean isOnBetween(LocalDate from, LocalDate until) {
        return from.datesUntil(until.plusDays(1)).anyMatch(this::isOn);
    }

    /** The hours of a day, empty for the whole of it. */
    public String hours(LocalDate day) {
        return slots.stream()
                .filter(it -> it.day() == day.getDayOfWeek())
                .map(PromotionTexts::hours)
                .collect(Collectors.joining(", "));
    }
}
