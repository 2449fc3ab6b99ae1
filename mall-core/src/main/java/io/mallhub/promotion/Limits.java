package io.mallhub.promotion;

import io.mallhub.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much a rule may give in all, through all its versions; counted from when it first has a
 * limit.
 *
 * @param budget of money taken off and gifts at what they are worth; null for no limit
 * @param orders at most so many get something; 0 for no limit
 * @param ordersPerCompany of one company; 0 for no limit
 */
public record Limits(@Nullable Money budget, int orders, int ordersPerCompany) {
    public static final Limits NONE = new Limits(null, 0, 0);

    /**
     * @throws IllegalArgumentException for a budget of nothing, or less than no orders
     */
    public Limits {
        if (budget != null && budget.amount().signum() <= 0 || orders < 0 || ordersPerCompany < 0) {
            throw new IllegalArgumentException("A limit is more than nothing");
        }
    }

    public boolean isNone() {
        return budget == null && orders == 0 && ordersPerCompany == 0;
    }
}
