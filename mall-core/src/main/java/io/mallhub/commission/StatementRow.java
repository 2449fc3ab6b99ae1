package io.mallhub.commission;

import io.mallhub.shared.Money;
import java.time.YearMonth;

/**
 * A statement in a list.
 *
 * @param total of all its lines
 * @param held of disputed lines and of those from a company linked to the payee
 * @param disputes open ones
 */
public record StatementRow(
        String number,
        YearMonth month,
        String beneficiary,
        String name,
        StatementState state,
        Money total,
        Money held,
        Money payable,
        int lines,
        int disputes) {}
