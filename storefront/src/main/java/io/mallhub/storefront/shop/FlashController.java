package io.mallhub.storefront.shop;

import io.mallhub.catalog.ProductView;
import io.mallhub.flash.FlashSales;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.Page;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.ListRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Flash sales that run and that open next. */
@Controller
class FlashController {
    private final FlashSales sales;
    private final Catalogue catalogue;
    private final Offers offers;

    FlashController(FlashSales sales, Catalogue catalogue, Offers offers) {
        this.sales = sales;
        this.catalogue = catalogue;
        this.offers = offers;
    }

    /**
     * What is hidden from the buyer, or shown to him without its price, is left out: a page may
     * have fewer than its size.
     */
    @GetMapping("/flash")
    String flash(BuyerView buyer, ListRequest list, Model model) {
        Page<FlashSales.Offer> page = sales.offers(buyer.company(), list.page());
        List<ProductId> ids = page.items().stream().map(FlashSales.Offer::product).toList();
        Map<ProductId, ProductView> shown = catalogue.shown(buyer, ids);
        Map<ProductId, Offers.Offer> known =
                offers.to(buyer, List.copyOf(shown.values())).stream()
                        .collect(Collectors.toMap(it -> it.product().id(), Function.identity()));
        List<Card> cards = new ArrayList<>();
        for (FlashSales.Offer sale : page.items()) {
            Offers.Offer offer = known.get(sale.product());
            if (offer != null && offer.keptBack() == null) {
                cards.add(new Card(sale, offer));
            }
        }
        model.addAttribute("page", page);
        model.addAttribute("cards", cards);
        return "storefront/flash";
    }

    /** A sale, and its product as the buyer sees it now. */
    public record Card(FlashSales.Offer sale, Offers.Offer offer) {}
}
