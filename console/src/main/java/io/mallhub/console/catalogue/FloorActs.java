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
    private static final int DECIMALS = 6;
    private static final int LARGEST = 12;

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
        if (price.signum() < 0
                || price.stripTrailingZeros().scale() > DECIMALS
                || price.precision() - price.scale() > LARGEST) {
            Notice.refused(redirect, "console.notice.price-range", product.code());
        } else {
            prices.setFloor(product.id(), new UnitPrice(price), me.actor());
            Notice.done(redirect, "console.notice.floor-set", product.name());
        }
        return "redirect:/console/catalogue/{id}";
    }
}
