package io.mallhub.commission.internal;

import io.mallhub.commission.Entry;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How much of an earned amount goes when goods come back: rounded on what was returned so far, so
 * that many small returns take exactly what one large one takes, and a whole return takes all.
 */
final class ReturnedPart {
    private ReturnedPart() {}

    /** What is still to be clawed back; negative when too much was. */
    static Money due(Entry earned, List<Entry> about, Money returned) {
        return gone(standing(earned, about), basis(earned), returned)
                .minus(sum(about, Entry.Kind.CLAWED_BACK).negate());
    }

    static Money gone(Money amount, Money basis, Money returned) {
        if (basis.isZero() || returned.compareTo(basis) >= 0) {
            return returned.isZero() ? Money.ZERO : amount;
        }
        BigDecimal part =
                amount.amount()
                        .multiply(returned.amount())
                        .divide(basis.amount(), 2, RoundingMode.HALF_UP);
        return new Money(part);
    }

    /** What the line earned after corrections, before returns. */
    static Money standing(Entry earned, List<Entry> about) {
        return earned.amount()
                .plus(sum(about, Entry.Kind.REVERSAL))
                .plus(sum(about, Entry.Kind.CORRECTION));
    }

    /** Of it and everything about it. */
    static Money left(Entry entry, List<Entry> about) {
        return about.stream().map(Entry::amount).reduce(entry.amount(), Money::plus);
    }

    static Money basis(Entry earned) {
        Money basis = earned.basis();
        return basis == null ? Money.ZERO : basis;
    }

    private static Money sum(List<Entry> entries, Entry.Kind kind) {
        return entries.stream()
                .filter(it -> it.kind() == kind)
                .map(Entry::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
