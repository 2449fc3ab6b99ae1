package io.mallhub.promotion;

import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.Set;

/**
 * What is never given for nothing, for whoever makes rules, coupons and points: asked before they
 * go out. Besides, the engine sees to it in every basket.
 */
public interface Giveaways {
    /** Categories that are no gifts, and never paid with points. */
    Set<RegulatoryCategory> never();

    /**
     * What of these goods is or may be never given: words of categories, codes of products, or
     * merchandise categories and tags, where any product may stand tomorrow. Empty where all may be
     * given.
     *
     * @param besides more categories that count as never given
     */
    List<String> never(Goods goods, Set<RegulatoryCategory> besides);

    /**
     * What of its goods is never given, where the benefit takes more off than such goods may lose.
     */
    List<String> tooMuchOff(Benefit benefit);
}
