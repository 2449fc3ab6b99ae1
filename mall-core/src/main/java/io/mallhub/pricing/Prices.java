package io.mallhub.pricing;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Price lists and their reading. Dates are Asia/Shanghai days, both ends included. */
public interface Prices {
    /**
     * The price of each product for this viewer and quantity today; sales are for customers only. A
     * product without any price is missing from the answer. One query for all products, and one for
     * sales that run now.
     */
    Map<ProductId, PriceQuote> quote(Viewer viewer, Map<ProductId, Quantity> wanted);

    /** As {@link #quote}, without sales that run now: for what is no new offer. */
    Map<ProductId, PriceQuote> quoteWithoutSales(Viewer viewer, Map<ProductId, Quantity> wanted);

    /**
     * All prices of each product for this viewer today, by quantity: each holds from its quantity
     * on until the next one does, the first from 0 where any quantity has a price. Without sales. A
     * product without any price is missing from the answer. One query.
     */
    Map<ProductId, List<PriceQuote.Break>> ladders(Viewer viewer, Collection<ProductId> products);

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

    /** None there is no error. */
    void removeFloor(ProductId product, Actor by);

    /**
     * Newest first.
     *
     * @param undercut only those that the base price is under
     */
    Page<FloorPrice> floors(boolean undercut, PageRequest page);

    /**
     * Why the product costs this viewer what it costs on that day, with every rule considered: of
     * agreements only his own; at most 500. Base price and floor are today's.
     */
    PriceExplanation explain(Viewer viewer, ProductId product, Quantity wanted, LocalDate day);

    Page<Agreement> agreements(@Nullable CustomerId customer, PageRequest page);

    /** What the ERP asks for, before any list and rule; products without are missing. */
    Map<ProductId, UnitPrice> bases(Collection<ProductId> products);

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
     * @param region GB/T 2260 code, or its beginning: holds for every company whose code begins so
     */
    record RegionPrice(
            String region,
            ProductId product,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * @param list base, level:GOLD, type:HOSPITAL, region:31, customer:… with an id, special:; of a
     *     price list with its number and version after a blank: region:31 PL000003/2
     */
    record ListedPrice(
            String list,
            Quantity from,
            UnitPrice price,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /**
     * @param base null when the product has no base price
     * @param setBy login
     */
    record FloorPrice(
            ProductId product,
            UnitPrice floor,
            @Nullable UnitPrice base,
            String setBy,
            Instant setAt) {
        public boolean isUndercut() {
            return base != null && base.compareTo(floor) < 0;
        }
    }
}
