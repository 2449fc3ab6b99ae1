package io.mallhub.webkit;

import io.mallhub.ledger.AccountStatements.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period a statement of account is asked for. A controller method takes it as an argument.
 *
 * @param from null with an end: from the first entry on
 * @param until null: until today
 */
public record StatementPeriod(@Nullable LocalDate from, @Nullable LocalDate until) {
    private static final int MONTHS = 3;

    /** The last three months when nothing is asked for. */
    public Period period(LocalDate today) {
        return from == null && until == null
                ? new Period(today.minusMonths(MONTHS), null)
                : new Period(from, until);
    }
}
