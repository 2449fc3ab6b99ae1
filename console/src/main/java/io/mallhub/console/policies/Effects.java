package io.mallhub.console.policies;

import io.mallhub.promotion.GiftPolicies.Preview;
import io.mallhub.promotion.GivingRules.Held;
import java.util.List;

/** What a change would do, with the pages of what it is about. */
public record Effects(Preview change, List<Row> held, List<Row> free) {
    /**
     * @param path of its page
     */
    public record Row(Held rule, String path) {
        static Row of(Held rule) {
            return new Row(
                    rule,
                    switch (rule.kind()) {
                        case PROMOTION -> "/console/promotions/" + rule.code();
                        case COUPON -> "/console/coupons/" + rule.code();
                        case POINTS -> "/console/points/rules";
                        case FLASH_SALE -> "/console/flash-sales/" + rule.code();
                        case PRICE_LIST -> "/console/prices/lists/" + rule.code();
                    });
        }
    }

    static Effects of(Preview preview) {
        return new Effects(
                preview,
                preview.held().stream().map(Row::of).toList(),
                preview.free().stream().map(Row::of).toList());
    }

    public boolean isNone() {
        return held.isEmpty() && free.isEmpty() && change.low().isEmpty();
    }
}
