package io.mallhub.promotion;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rules with {@link Limits} have given so far. Every change is an entry with the order it was
 * for; what an order does not get after all is given back. Goods that come back later give nothing
 * back: the rule was used.
 */
public interface Budgets {
    /**
     * What the company can still get of each. One question, or none.
     *
     * @param rules that have limits
     */
    Map<String, Left> left(Collection<Rule> rules, CustomerId company);

    /**
     * Takes for an order, in its transaction, all or nothing: other orders with one of the rules
     * wait until it ends. Once for an order: again changes nothing.
     *
     * @param worth what the order gets of each live rule; of those without limits nothing is kept
     * @return code of a rule that has not so much left; empty when all is taken
     */
    Optional<String> take(String order, CustomerId company, Map<String, Money> worth);

    /** Nobody else changes what is left of the order's rules until the transaction ends. */
    void lock(String order);

    /**
     * The order gets so much of each rule now, more or less than before; of a rule that is missing,
     * nothing. Not refused: it is staff that changes an order. Rules it took nothing of stay so.
     *
     * @param key one for each change of the order
     */
    void settle(String order, Map<String, Money> worth, String key);

    /** The order gets nothing of any rule after all. Idempotent. */
    void giveBack(String order);

    /** Empty for a rule that gave nothing under a limit yet. */
    Optional<Used> used(String rule);

    /**
     * @param amount of money off and gifts
     * @param companies that got something
     */
    record Used(Money amount, long orders, long companies) {}

    /**
     * @param budget null for no limit
     * @param orders {@link Integer#MAX_VALUE} for no limit
     * @param ordersOfCompany as well
     */
    record Left(@Nullable Money budget, long orders, long ordersOfCompany) {
        private static final String USED_UP = "promotion.used-up";
        private static final String COMPANY_LIMIT = "promotion.company-limit";

        /**
         * @param worth what the rule has given so far
         */
        public static Left of(Limits limits, Money worth, long orders, long ordersOfCompany) {
            Money budget = limits.budget();
            return new Left(
                    budget == null ? null : budget.minus(worth),
                    limits.orders() == 0 ? Integer.MAX_VALUE : limits.orders() - orders,
                    limits.ordersPerCompany() == 0
                            ? Integer.MAX_VALUE
                            : limits.ordersPerCompany() - ordersOfCompany);
        }

        /** Whether it is for want of something left that a rule gives nothing. */
        public static boolean isWhy(Judgement judgement) {
            return judgement instanceof Judgement.Rejected rejected
                    && (rejected.key().equals(USED_UP) || rejected.key().equals(COMPANY_LIMIT));
        }

        /** Message key of why so much cannot be had. */
        public Optional<String> objection(Money worth) {
            if (ordersOfCompany <= 0) {
                return Optional.of(COMPANY_LIMIT);
            }
            return orders <= 0 || budget != null && worth.compareTo(budget) > 0
                    ? Optional.of(USED_UP)
                    : Optional.empty();
        }

        /** Nothing at all can be had. */
        public boolean isNothing() {
            return orders <= 0
                    || ordersOfCompany <= 0
                    || budget != null && budget.amount().signum() <= 0;
        }
    }
}
