package io.mallhub.console.catalogue;

import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.Notice;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Giving products their regulatory category, one or all that a filter shows. */
@Controller
@RequestMapping("/console/catalogue/category")
class CategoryActs {
    private final Products products;

    CategoryActs(Products products) {
        this.products = products;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID id,
            @RequestParam RegulatoryCategory category,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductId product = new ProductId(id);
        String name =
                products.product(product).orElseThrow(() -> new Missing("product " + id)).name();
        products.categorise(product, category, me.actor());
        Notice.done(redirect, "console.notice.categorised", name);
        return "redirect:/console/catalogue/{id}";
    }

    /** Every uncategorised product that the list's filter shows, after its number was confirmed. */
    @PostMapping("/matching")
    String matching(
            ProductFilter filter,
            @RequestParam("to") RegulatoryCategory category,
            @RequestParam long expected,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductFilter open =
                new ProductFilter(
                        filter.text(), ProductFilter.NONE, filter.merchandise(), filter.active());
        long found = products.search(open.query(), PageRequest.first(1)).total();
        open.parameters().forEach(redirect::addAttribute);
        if (found != expected) {
            Notice.refused(redirect, "console.notice.category-moved", String.valueOf(found));
        } else {
            int changed = products.categoriseMatching(open.query(), category, me.actor());
            Notice.done(redirect, "console.notice.categorised-many", String.valueOf(changed));
        }
        return "redirect:/console/catalogue";
    }
}
