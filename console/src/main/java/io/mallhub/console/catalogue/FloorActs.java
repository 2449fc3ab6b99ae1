package io.mallhub.console.catalogue;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The price under which a product sells only after the order desk has agreed. */
@Controller
class FloorActs {
    private final Products products;
    private final Prices prices;

    FloorActs(Products products, Prices prices) {
        this.products = products;
        this.prices = prices;
    }

    @PostMapping("/console/catalogue/floor/{id:[0-9a-f-]{36}}")
    String set(
            @PathVariable UUID id,
            @RequestParam BigDecimal price,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductView product =
                products.product(new ProductId(id)).orElseThrow(() -> new Missing("product " + id));
        Optional<UnitPrice> floor = UnitPrice.typed(price);
        if (floor.isEmpty()) {
            Notice.refused(redirect, "console.notice.price-range", product.code());
        } else {
            prices.setFloor(product.id(), floor.get(), me.actor());
            Notice.done(redirect, "console.notice.floor-set", product.name());
        }
        return "redirect:/console/catalogue/{id}";
    }
}
