package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.util.List;
import java.util.Map;

/**
 * What is never given for nothing, for whoever makes rules, coupons, points and prices: asked
 * before they go out. Besides, the engine sees to it in every basket.
 */
public interface Giveaways {
    /** The policy in force, asked anew; a basket has it in its {@link RuleBook#gifts book}. */
    GiftTerms terms();

    /**
     * What an order was made under; asks once for each version.
     *
     * @throws IllegalArgumentException when there is no such version
     */
    GiftTerms terms(int version);

    /**
     * What of these goods is or may be never given: words of categories, codes of products, or
     * merchandise categories and tags, where any product may stand tomorrow. Empty where all may be
     * given.
     */
    List<String> never(Goods goods, GiftTerms terms);

    /**
     * What of its goods is never given, where the benefit takes more off than such goods may lose.
     */
    default List<String> tooMuchOff(Benefit benefit, GiftTerms terms) {
        return terms.isExceededBy(benefit) ? never(benefit.goods(), terms) : List.of();
    }

    /** Those that cost less than such goods may, by code; goods that may be given are none. */
    List<TooCheap> tooCheap(Map<ProductId, Asked> prices, GiftTerms terms);

    /**
     * @param price asked for one unit
     * @param base what it costs without any list, sale or rule
     */
    record Asked(UnitPrice price, UnitPrice base) {}

    /**
     * @param code of the product
     * @param least price that the policy allows
     */
    record TooCheap(String code, UnitPrice price, UnitPrice least) {
        @Override
        public String toString() {
            return code + ": " + price + " < " + least;
        }
    }
}
