package io.mallhub.console.catalogue;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.TagOutcome;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Typed;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Words by which promotions and coupons gather products. */
@Controller
class TagActs {
    private final Products products;

    TagActs(Products products) {
        this.products = products;
    }

    @PostMapping("/console/catalogue/tags/{id:[0-9a-f-]{36}}")
    String set(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tags,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductView product =
                products.product(new ProductId(id)).orElseThrow(() -> new Missing("product " + id));
        switch (products.tag(product.id(), Typed.list(tags), me.actor())) {
            case TagOutcome.Tagged _ ->
                    Notice.done(redirect, "console.notice.product-tagged", product.name());
            case TagOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return "redirect:/console/catalogue/{id}";
    }
}
