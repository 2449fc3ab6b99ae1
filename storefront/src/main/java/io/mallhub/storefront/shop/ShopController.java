package io.mallhub.storefront.shop;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.BuyerView;
import io.mallhub.openness.PriceSight.KeptBack;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.stock.Stock;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Typed;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Home, search and product page. Guests see what there is; prices and stock are for signed-in
 * buyers.
 */
@Controller
class ShopController {
    private static final int SHELF = 12;

    private final Catalogue catalogue;
    private final Offers offers;
    private final LicenceGate gate;
    private final Stock stock;
    private final BuyerDesks desks;

    ShopController(
            Catalogue catalogue, Offers offers, LicenceGate gate, Stock stock, BuyerDesks desks) {
        this.catalogue = catalogue;
        this.offers = offers;
        this.gate = gate;
        this.stock = stock;
        this.desks = desks;
    }

    @GetMapping("/")
    String home(@Nullable BuyerView buyer, Model model) {
        Page<ProductView> shelf =
                catalogue.search(buyer, query(buyer, "", null), PageRequest.first(SHELF));
        model.addAttribute("offers", offersFor(buyer, shelf.items()));
        model.addAttribute("total", shelf.total());
        if (buyer != null) {
            model.addAttribute("desk", desks.of(buyer));
        }
        return "storefront/home";
    }

    @GetMapping("/products")
    String search(
            @Nullable BuyerView buyer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable RegulatoryCategory category,
            @RequestParam(defaultValue = "") String merchandise,
            ListRequest list,
            Model model) {
        Products.Query query = query(buyer, q, category).in(Typed.words(merchandise));
        Page<ProductView> found = catalogue.search(buyer, query, list.page());
        model.addAttribute("merchandise", merchandise.strip());
        model.addAttribute(
                "branches",
                Branches.of(
                        catalogue.categories(buyer, query(buyer, "", null)), merchandise.strip()));
        model.addAttribute("q", q);
        model.addAttribute("category", category);
        model.addAttribute("categories", shown(buyer));
        model.addAttribute("page", found);
        List<Offers.Offer> shown = offersFor(buyer, found.items());
        model.addAttribute("offers", shown);
        tellSeller(buyer, shown, model);
        return "storefront/products";
    }

    @GetMapping("/products/{code}")
    String product(@Nullable BuyerView buyer, @PathVariable String code, Model model) {
        ProductView product =
                catalogue
                        .product(buyer, code)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Offers.Offer offer = offersFor(buyer, List.of(product)).getFirst();
        model.addAttribute("offer", offer);
        model.addAttribute("gifts", giftNames(offer.promotions()));
        if (buyer != null && offer.sellable() != null) {
            model.addAttribute("stock", stock.equation(product.id()));
        }
        tellSeller(buyer, List.of(offer), model);
        return "storefront/product";
    }

    /** Whom to ask, where a price is told on request. */
    private void tellSeller(@Nullable BuyerView buyer, List<Offers.Offer> shown, Model model) {
        if (buyer != null
                && shown.stream().anyMatch(it -> it.keptBack() instanceof KeptBack.ByRule)) {
            model.addAttribute("seller", desks.sellerTo(buyer).orElse(null));
        }
    }

    private Map<ProductId, String> giftNames(List<Rule> rules) {
        Set<ProductId> gifts = new HashSet<>();
        rules.forEach(rule -> gifts.addAll(rule.gifts()));
        return gifts.isEmpty() ? Map.of() : catalogue.names(gifts);
    }

    private List<Offers.Offer> offersFor(@Nullable BuyerView buyer, List<ProductView> shown) {
        return buyer == null ? offers.toGuest(shown) : offers.to(buyer, shown);
    }

    /**
     * A buyer finds what his licences open; a guest, or a buyer before his approval, sees the whole
     * range.
     */
    private Products.Query query(
            @Nullable BuyerView buyer, String text, @Nullable RegulatoryCategory category) {
        Set<RegulatoryCategory> open = shown(buyer);
        Set<RegulatoryCategory> wanted =
                category == null ? open : open.contains(category) ? Set.of(category) : Set.of();
        return new Products.Query(Typed.words(text), wanted, true, false);
    }

    private Set<RegulatoryCategory> shown(@Nullable BuyerView buyer) {
        Set<RegulatoryCategory> open =
                buyer == null ? Set.of() : gate.openCategories(buyer.company());
        return open.isEmpty() ? EnumSet.allOf(RegulatoryCategory.class) : open;
    }
}
