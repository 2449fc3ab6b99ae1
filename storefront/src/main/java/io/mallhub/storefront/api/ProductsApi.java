package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.BuyerView;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the company may buy: only products its licences open, at its own prices. */
@RestController
@RequestMapping("/api/products")
class ProductsApi {
    private final Products products;
    private final Customers customers;
    private final LicenceGate gate;
    private final Prices prices;
    private final Stock stock;

    ProductsApi(
            Products products, Customers customers, LicenceGate gate, Prices prices, Stock stock) {
        this.products = products;
        this.customers = customers;
        this.gate = gate;
        this.prices = prices;
        this.stock = stock;
    }

    @GetMapping
    Page<ProductJson> search(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Products.Query query =
                new Products.Query(
                        q.isBlank() ? null : q.strip(),
                        gate.openCategories(buyer.company()),
                        true,
                        false);
        Page<ProductView> found = products.search(query, PageRequest.of(page, size));
        Function<ProductView, ProductJson> offer = offers(buyer, found.items());
        return found.map(offer);
    }

    @GetMapping("/{code}")
    ProductJson product(BuyerView buyer, @PathVariable String code) {
        ProductView product =
                products.byCode(code)
                        .filter(ProductView::active)
                        .orElseThrow(() -> Problem.notFound("product.unknown", code));
        return offers(buyer, List.of(product)).apply(product);
    }

    private Function<ProductView, ProductJson> offers(BuyerView buyer, List<ProductView> shown) {
        CustomerView company = customers.customer(buyer.company()).orElseThrow();
        Map<ProductId, Quantity> one =
                shown.stream().collect(Collectors.toMap(ProductView::id, ProductView::minimum));
        Map<ProductId, PriceQuote> quotes =
                prices.quote(company.id(), company.level(), company.company().region(), one);
        Map<ProductId, Quantity> sellable = stock.sellable(one.keySet());
        return product ->
                ProductJson.of(
                        product,
                        quotes.get(product.id()),
                        sellable.getOrDefault(product.id(), Quantity.ZERO));
    }

    /**
     * @param price tax-inclusive, of one {@code unit}; absent when the product has no price for the
     *     company
     * @param priceSource AGREEMENT, LEVEL, REGION or BASE
     */
    record ProductJson(
            String code,
            String name,
            String dosageForm,
            String strength,
            String maker,
            String approvalNumber,
            String unit,
            BigDecimal orderStep,
            BigDecimal minimum,
            @Nullable String price,
            @Nullable String priceSource,
            BigDecimal sellable) {
        static ProductJson of(ProductView product, @Nullable PriceQuote quote, Quantity sellable) {
            return new ProductJson(
                    product.code(),
                    product.name(),
                    product.dosageForm(),
                    product.strength(),
                    product.maker(),
                    product.approvalNumber(),
                    product.unit(),
                    product.orderStep().amount(),
                    product.minimum().amount(),
                    quote == null ? null : quote.price().toString(),
                    quote == null ? null : quote.source().name(),
                    sellable.amount());
        }
    }
}
