package io.mallhub.pricing;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Price lists and their reading. Dates are Asia/Shanghai days, both ends included. */
public interface Prices {
    /**
     * The price of each product for this customer and quantity today. A product without any price
     * is missing from the answer. One query for all products, and one for sales that run now.
     */
    Map<ProductId, PriceQuote> quote(
            CustomerId customer, String level, String region, Map<ProductId, Quantity> wanted);

    /** As {@link #quote}, without sales that run now: for what is no new offer. */
    Map<ProductId, PriceQuote> quoteWithoutSales(
            CustomerId customer, String level, String region, Map<ProductId, Quantity> wanted);

    /** Floor prices of those products that have one. One query. */
    Map<ProductId, UnitPrice> floors(Collection<ProductId> products);

    /**
     * Base prices as the ERP has them; set-wise, unchanged rows cost nothing. Returns how many
     * changed.
     */
    int applyBasePrices(String connection, Map<ProductId, UnitPrice> prices);

    void agree(Agreement agreement, Actor by);

    void setLevelPrice(LevelPrice price, Actor by);

    void setRegionPrice(RegionPrice price, Actor by);

    void setFloor(ProductId product, UnitPrice floor, Actor by);

    Page<Agreement> agreements(@Nullable CustomerId customer, PageRequest page);

    /** Prices a list shows for one product: for the console's product page. */
    List<ListedPrice> listed(ProductId product);

    /**
     * @param from quantity break: the price holds from this quantity on; {@link Quantity} 1 for the
     *     plain price
     */
    record Agreement(
            CustomerId customer,
            ProductId product,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    record LevelPrice(
            String level,
            ProductId product,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * @param region GB/T 2260 code as the customer's company states it
     */
    record RegionPrice(
            String region,
            ProductId product,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * @param list base, level:GOLD, region:310000, customer:C00000012 …
     */
    record ListedPrice(
            String list,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}
}
