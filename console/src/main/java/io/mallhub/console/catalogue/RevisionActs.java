package io.mallhub.console.catalogue;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseOutcome;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Notice;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Texts of a product, as the desk says them better than the ERP. */
@Controller
class RevisionActs {
    private final Products products;

    RevisionActs(Products products) {
        this.products = products;
    }

    @PostMapping("/console/catalogue/texts/{id:[0-9a-f-]{36}}")
    String revise(
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String dosageForm,
            @RequestParam(defaultValue = "") String strength,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductView product =
                products.product(new ProductId(id)).orElseThrow(() -> new Missing("product " + id));
        switch (products.revise(
                new ReviseProduct(product.id(), name, dosageForm, strength), me.actor())) {
            case ReviseOutcome.Revised _ ->
                    Notice.done(redirect, "console.notice.product-revised", product.code());
            case ReviseOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return "redirect:/console/catalogue/{id}";
    }
}
