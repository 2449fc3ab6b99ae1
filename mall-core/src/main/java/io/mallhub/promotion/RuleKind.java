package io.mallhub.promotion;

import java.util.List;

/** The six kinds of money off 满减 and the six of gifts 满赠, as marketing names them. */
public enum RuleKind {
    ORDER_OFF,
    PRODUCT_OFF,
    /** Of a category of the law. */
    CATEGORY_OFF,
    MERCHANDISE_OFF,
    TAG_OFF,
    UNIT_OFF,
    ORDER_GIFT,
    PRODUCT_GIFT,
    CATEGORY_GIFT,
    MERCHANDISE_GIFT,
    TAG_GIFT,
    SAME_GIFT;

    private static final List<RuleKind> OFF =
            List.of(ORDER_OFF, PRODUCT_OFF, CATEGORY_OFF, MERCHANDISE_OFF, TAG_OFF);
    private static final List<RuleKind> GIFT =
            List.of(ORDER_GIFT, PRODUCT_GIFT, CATEGORY_GIFT, MERCHANDISE_GIFT, TAG_GIFT);

    /** It gives goods, not money. */
    public boolean isGift() {
        return this == SAME_GIFT || GIFT.contains(this);
    }

    public static RuleKind of(Benefit benefit) {
        return switch (benefit) {
            case Benefit.UnitOff any -> UNIT_OFF;
            case Benefit.SameGift any -> SAME_GIFT;
            case Benefit.AmountOff off -> OFF.get(place(off.goods()));
            case Benefit.PercentOff off -> OFF.get(place(off.goods()));
            case Benefit.GiftGoods gift -> GIFT.get(place(gift.goods()));
        };
    }

    private static int place(Goods goods) {
        return switch (goods) {
            case Goods.All() -> 0;
            case Goods.Products any -> 1;
            case Goods.Categories any -> 2;
            case Goods.Merchandise any -> 3;
            case Goods.Tags any -> 4;
        };
    }
}
