package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.shop.Catalogue;
import io.mallhub.storefront.shop.Offers;
import io.mallhub.webkit.Typed;
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
    private final Catalogue catalogue;
    private final LicenceGate gate;
    private final Offers offers;

    ProductsApi(Catalogue catalogue, LicenceGate gate, Offers offers) {
        this.catalogue = catalogue;
        this.gate = gate;
        this.offers = offers;
    }

    @GetMapping
    PageJson<ProductJson> search(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String merchandise,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Products.Query query = open(buyer, Typed.words(q)).in(Typed.words(merchandise));
        Page<ProductView> found = catalogue.search(buyer, query, PageRequest.of(page, size));
        Page<Offers.Offer> offered =
                new Page<>(
                        offers.to(buyer, found.items()),
                        found.number(),
                        found.size(),
                        found.total());
        return PageJson.of(offered, ProductJson::of);
    }

    private Products.Query open(BuyerView buyer, @Nullable String words) {
        return new Products.Query(words, gate.openCategories(buyer.company()), true, false);
    }

    @GetMapping("/{code}")
    ProductJson product(BuyerView buyer, @PathVariable String code) {
        ProductView product =
                catalogue
                        .product(buyer, code)
                        .orElseThrow(() -> Problem.notFound("product.unknown", code));
        return ProductJson.of(offers.to(buyer, List.of(product)).getFirst());
    }
}
