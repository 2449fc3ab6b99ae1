package io.mallhub.console.integration;

import io.mallhub.binding.MessageLog;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.Typed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the message log's URL asks for.
 *
 * @param from first day, of the mall
 * @param until last day
 */
public record MessageFilter(
        @Nullable String connection,
        @Nullable String text,
        @Nullable Boolean faults,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    MessageLog.Query query() {
        return new MessageLog.Query(
                Typed.words(connection),
                Typed.words(text),
                faultsOnly(),
                from == null ? null : MallTime.startOf(from),
                until == null ? null : MallTime.startOf(until.plusDays(1)));
    }

    public boolean faultsOnly() {
        return Boolean.TRUE.equals(faults);
    }

    public boolean searches() {
        return Typed.words(text) != null;
    }
}
