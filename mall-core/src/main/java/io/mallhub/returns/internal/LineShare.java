package io.mallhub.returns.internal;

import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * The part of an order line's money that a part of its quantity is worth. Each part is what is due
 * for everything accepted so far less what earlier parts were given, so that the parts of a line
 * add up to the line to the cent, however it is cut.
 *
 * @param tax what is left of gross after net; never negative
 */
record LineShare(Money gross, Money net, Money tax) {
    static final LineShare NONE = new LineShare(Money.ZERO, Money.ZERO, Money.ZERO);

    /**
     * A line as it was sold.
     *
     * @param amount with tax
     */
    record Sold(Quantity quantity, Money amount, BigDecimal vatRate) {
        /** As the order itself derives it. */
        Money net(Money gross) {
            return new Money(
                    gross.amount().divide(BigDecimal.ONE.add(vatRate), 2, RoundingMode.HALF_UP));
        }

        Money gross(Quantity part) {
            return new Money(
                    amount.amount()
                            .multiply(part.amount())
                            .divide(quantity.amount(), 2, RoundingMode.HALF_UP));
        }
    }

    /**
     * @param earlier accepted by other returns, and the money given for it
     */
    record Given(Quantity earlier, Money gross, Money net) {
        static final Given NOTHING = new Given(Quantity.ZERO, Money.ZERO, Money.ZERO);

        LineShare share() {
            return new LineShare(gross, net, gross.minus(net));
        }

        Given plus(Quantity part, LineShare share) {
            return new Given(earlier.plus(part), gross.plus(share.gross()), net.plus(share.net()));
        }
    }

    static LineShare sum(Collection<LineShare> shares) {
        return shares.stream().reduce(NONE, LineShare::plus);
    }

    LineShare minus(LineShare other) {
        return new LineShare(gross.minus(other.gross), net.minus(other.net), tax.minus(other.tax));
    }

    LineShare plus(LineShare other) {
        return new LineShare(gross.plus(other.gross), net.plus(other.net), tax.plus(other.tax));
    }

    static LineShare of(Sold line, Given given, Quantity part) {
        if (!part.isPositive()) {
            return NONE;
        }
        Quantity all = given.earlier().plus(part);
        if (all.compareTo(line.quantity()) > 0) {
            throw new IllegalArgumentException(
                    all + " cannot come back of " + line.quantity() + " sold");
        }
        Money due = line.gross(all);
        Money gross = between(Money.ZERO, due.minus(given.gross()), due);
        Money net = between(Money.ZERO, line.net(due).minus(given.net()), gross);
        return new LineShare(gross, net, gross.minus(net));
    }

    private static Money between(Money least, Money value, Money most) {
        Money atLeast = value.compareTo(least) < 0 ? least : value;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }
}
