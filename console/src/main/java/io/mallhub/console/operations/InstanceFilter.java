package io.mallhub.console.operations;

import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.InstanceSearch.VariableCondition;
import io.mallhub.processes.Instances.State;
import io.mallhub.webkit.Typed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the search page's URL asks for.
 *
 * @param op of the variable: is, contains or between; then {@code value} is the lower and {@code
 *     most} the upper end
 * @param from first day of the start, in the zone of the mall
 * @param until last day of the start
 */
record InstanceFilter(
        @Nullable String process,
        @Nullable Long definition,
        @Nullable State state,
        @Nullable String text,
        @Nullable String customer,
        @Nullable String element,
        @Nullable Boolean incidents,
        @Nullable String incident,
        @Nullable String group,
        @Nullable String variable,
        @Nullable String op,
        @Nullable String value,
        @Nullable String most,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    Criteria criteria(ZoneId zone) {
        return new Criteria(
                Typed.words(process),
                definition,
                state,
                Typed.words(text),
                Typed.words(customer),
                Typed.words(element),
                incidentsOnly(),
                Typed.words(incident),
                Typed.words(group),
                condition(),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : dayAfter(until, zone));
    }

    public boolean incidentsOnly() {
        return Boolean.TRUE.equals(incidents);
    }

    /** Whether a rarely used field is filled, so that the form shows it. */
    public boolean detailed() {
        return Typed.words(element) != null
                || Typed.words(incident) != null
                || Typed.words(group) != null
                || Typed.words(variable) != null
                || definition != null
                || from != null
                || until != null;
    }

    private @Nullable VariableCondition condition() {
        String name = Typed.words(variable);
        String given = Typed.words(value);
        if (name == null || (given == null && Typed.words(most) == null)) {
            return null;
        }
        return switch (op == null ? "is" : op) {
            case "contains" -> given == null ? null : new VariableCondition.Contains(name, given);
            case "between" ->
                    new VariableCondition.Between(name, number(given), number(Typed.words(most)));
            default -> given == null ? null : new VariableCondition.Is(name, given);
        };
    }

    /**
     * @throws NumberFormatException which the page answers with words
     */
    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > 30) {
            throw new NumberFormatException("too long for a number");
        }
        return new BigDecimal(text);
    }

    private static Instant dayAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
