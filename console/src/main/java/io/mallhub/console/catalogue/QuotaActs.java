package io.mallhub.console.catalogue;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.order.Quotas;
import io.mallhub.order.Quotas.PutOutcome;
import io.mallhub.order.Quotas.PutQuota;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How much of a product one customer may order before compliance is asked. */
@Controller
class QuotaActs {
    private final Products products;
    private final Quotas quotas;

    QuotaActs(Products products, Quotas quotas) {
        this.products = products;
        this.quotas = quotas;
    }

    /**
     * @param most empty to end the quota
     */
    @PostMapping("/console/catalogue/quota/{id:[0-9a-f-]{36}}")
    String put(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String most,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductView product =
                products.product(new ProductId(id)).orElseThrow(() -> new Missing("product " + id));
        Optional<Quantity> quantity = Quantity.typed(most);
        if (!most.isBlank() && quantity.isEmpty()) {
            Notice.refused(redirect, "quota.most", most);
            return "redirect:/console/catalogue/{id}";
        }
        PutOutcome outcome =
                quotas.put(
                        new PutQuota(
                                product.id(), quantity.orElse(null), days, reason, me.actor()));
        Notice.tell(
                redirect,
                outcome instanceof PutOutcome.Refused refused
                        ? Optional.of(refused.problem())
                        : Optional.empty(),
                "console.notice.quota-put",
                product.name());
        return "redirect:/console/catalogue/{id}";
    }
}
