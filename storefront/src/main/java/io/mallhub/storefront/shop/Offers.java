package io.mallhub.storefront.shop;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.flash.FlashSales;
import io.mallhub.identity.BuyerView;
import io.mallhub.openness.PriceSight;
import io.mallhub.openness.PriceSight.KeptBack;
import io.mallhub.order.Deals;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Products as one buyer sees them: his price and why, what can be promised, and whether he may buy.
 */
@Component
public class Offers {
    private final Customers customers;
    private final PriceSight sight;
    private final Prices prices;
    private final Stock stock;
    private final LicenceGate gate;
    private final Deals deals;
    private final FlashSales flash;

    Offers(
            Customers customers,
            PriceSight sight,
            Prices prices,
            Stock stock,
            LicenceGate gate,
            Deals deals,
            FlashSales flash) {
        this.customers = customers;
        this.sight = sight;
        this.prices = prices;
        this.stock = stock;
        this.gate = gate;
        this.deals = deals;
        this.flash = flash;
    }

    /**
     * One question each to price, stock, licence gate, promotions and flash sales for the whole
     * page, in the order given. Of what is shown without its price, whatever tells of it stays
     * away, too: other prices, promotions, flash sales.
     */
    public List<Offer> to(BuyerView buyer, List<ProductView> products) {
        CustomerView company = customers.customer(buyer.company()).orElseThrow();
        Map<ProductId, Quantity> least =
                products.stream().collect(Collectors.toMap(ProductView::id, ProductView::minimum));
        Map<ProductId, KeptBack> keptBack = sight.keptBack(company, least.keySet());
        Map<ProductId, Quantity> told = new HashMap<>(least);
        told.keySet().removeAll(keptBack.keySet());
        Map<ProductId, PriceQuote> quotes = prices.quote(company.viewer(), told);
        Map<ProductId, Quantity> sellable = stock.sellable(least.keySet());
        Map<ProductId, LicenceGate.Verdict> verdicts =
                gate
                        .check(
                                company.id(),
                                products.stream()
                                        .map(p -> new LicenceGate.Item(p.id(), p.category()))
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        LicenceGate.Verdict::product, Function.identity()));
        Map<ProductId, List<Rule>> promotions =
                deals.offered(
                        company,
                        products.stream().filter(it -> told.containsKey(it.id())).toList());
        Map<ProductId, FlashSales.Offer> sales = flash.offers(company.id(), told.keySet());
        return products.stream()
                .map(
                        product ->
                                new Offer(
                                        product,
                                        quotes.get(product.id()),
                                        keptBack.get(product.id()),
                                        keptBack.get(product.id()) instanceof KeptBack.UntilApproved
                                                ? null
                                                : sellable(
                                                        sellable.getOrDefault(
                                                                product.id(), Quantity.ZERO),
                                                        quotes.get(product.id()),
                                                        sales.get(product.id())),
                                        verdicts.get(product.id()),
                                        promotions.getOrDefault(product.id(), List.of()),
                                        sales.get(product.id())))
                .toList();
    }

    /** What the company may take of a sale is there for it, too. */
    private static Quantity sellable(
            Quantity there, @Nullable PriceQuote quote, FlashSales.@Nullable Offer sale) {
        return sale != null && quote != null && quote.source() == PriceQuote.Source.FLASH
                ? there.plus(sale.open())
                : there;
    }

    /** What a guest sees: no price, no stock, no verdict. */
    public List<Offer> toGuest(List<ProductView> products) {
        return products.stream()
                .map(product -> new Offer(product, null, null, null, null, List.of(), null))
                .toList();
    }

    /**
     * @param quote null for guests and where the product has no price for this company, or none
     *     that it is told
     * @param keptBack why the company is not told the price; null where it is, and for guests
     * @param sellable null for guests, and for companies that see what guests see
     * @param verdict null for guests
     * @param promotions that the buyer may be told of; none for guests
     * @param sale flash sale that runs or opens next; null for none and for guests
     */
    public record Offer(
            ProductView product,
            @Nullable PriceQuote quote,
            @Nullable KeptBack keptBack,
            @Nullable Quantity sellable,
            LicenceGate.@Nullable Verdict verdict,
            List<Rule> promotions,
            FlashSales.@Nullable Offer sale) {
        /** The buyer has another price that comes before the sale's. */
        public boolean hasOwnPrice() {
            return quote != null && quote.source().comesBeforeSales();
        }

        public boolean canBeOrdered() {
            return quote != null
                    && verdict != null
                    && verdict.allowed()
                    && sellable != null
                    && sellable.isPositive();
        }
    }
}
