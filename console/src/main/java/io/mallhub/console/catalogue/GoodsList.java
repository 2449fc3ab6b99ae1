package io.mallhub.console.catalogue;

import io.mallhub.promotion.Goods;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/** Products or tags of a rule or a coupon in the field where they are listed, one a line. */
public final class GoodsList {
    private GoodsList() {}

    /**
     * Empty for goods that nobody lists.
     *
     * @param codes of the products, by id
     */
    public static String typed(Goods goods, Map<ProductId, String> codes) {
        return switch (goods) {
            case Goods.Products(var products) ->
                    lines(
                            products.stream()
                                    .map(id -> codes.getOrDefault(id, id.toString()))
                                    .toList());
            case Goods.Tags(var tags) -> lines(tags);
            case Goods.All _, Goods.Categories _, Goods.Merchandise _ -> "";
        };
    }

    private static String lines(Collection<String> some) {
        return String.join("\n", new TreeSet<>(some));
    }
}
