package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.BuyerView;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.shop.Offers;
import java.math.BigDecimal;
import java.util.List;
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
    private final LicenceGate gate;
    private final Offers offers;

    ProductsApi(Products products, LicenceGate gate, Offers offers) {
        this.products = products;
        this.gate = gate;
        this.offers = offers;
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
        return new Page<>(
                offers.to(buyer, found.items()).stream().map(ProductJson::of).toList(),
                found.number(),
                found.size(),
                found.total());
    }

    @GetMapping("/{code}")
    ProductJson product(BuyerView buyer, @PathVariable String code) {
        ProductView product =
                products.byCode(code)
                        .filter(ProductView::active)
                        .orElseThrow(() -> Problem.notFound("product.unknown", code));
        return ProductJson.of(offers.to(buyer, List.of(product)).getFirst());
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
        static ProductJson of(Offers.Offer offer) {
            ProductView product = offer.product();
            PriceQuote quote = offer.quote();
            Quantity sellable = offer.sellable();
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
                    sellable == null ? BigDecimal.ZERO : sellable.amount());
        }
    }
}
