package io.mallhub.console.prices;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.StaffView;
import io.mallhub.pricing.Prices;
import io.mallhub.pricing.Prices.FloorPrice;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prices under which products sell only after the order desk has agreed. */
@Controller
@RequestMapping("/console/prices/floors")
class FloorPages {
    private static final String LIST = "redirect:/console/prices/floors";

    private final Prices prices;
    private final Products products;
    private final Spreadsheets sheets;

    FloorPages(Prices prices, Products products, Spreadsheets sheets) {
        this.prices = prices;
        this.products = products;
        this.sheets = sheets;
    }

    /**
     * @param undercut only those that the base price is under
     */
    @GetMapping
    String floors(
            @RequestParam(defaultValue = "false") boolean undercut, ListRequest list, Model model) {
        model.addAttribute("undercut", undercut);
        model.addAttribute("floors", named(undercut, list.page()));
        return "console/prices/floors";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "false") boolean undercut, ListRequest list) {
        return sheets.<Named>of("floor-prices")
                .column("console.product.code", Named::code)
                .column("console.product.name", Named::name)
                .column("console.price.floor", it -> it.floor().floor().amount())
                .column(
                        "console.price.base",
                        it -> it.floor().base() == null ? null : it.floor().base().amount())
                .column("console.price.set-by", it -> it.floor().setBy())
                .column("console.price.set-at", it -> it.floor().setAt())
                .file(list.rows(page -> named(undercut, page)));
    }

    private Page<Named> named(boolean undercut, PageRequest page) {
        Page<FloorPrice> floors = prices.floors(undercut, page);
        Map<ProductId, ProductView> goods =
                products.products(floors.items().stream().map(FloorPrice::product).toList());
        return floors.map(floor -> new Named(floor, goods.get(floor.product())));
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String code,
            @RequestParam BigDecimal price,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<ProductView> product = products.byCode(code.strip());
        Optional<UnitPrice> floor = UnitPrice.typed(price);
        if (product.isEmpty()) {
            Notice.refused(redirect, "console.notice.product-unknown", code);
        } else if (floor.isEmpty()) {
            Notice.refused(redirect, "console.notice.price-range", code);
        } else {
            prices.setFloor(product.get().id(), floor.get(), me.actor());
            Notice.done(redirect, "console.notice.floor-set", product.get().name());
        }
        return LIST;
    }

    @PostMapping("/remove")
    String remove(
            @RequestParam UUID product,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        prices.removeFloor(new ProductId(product), me.actor());
        Notice.done(redirect, "console.notice.floor-removed", "");
        return LIST;
    }

    /**
     * @param product null when the catalogue has it no more
     */
    record Named(FloorPrice floor, @Nullable ProductView product) {
        public String code() {
            return product == null ? "" : product.code();
        }

        public String name() {
            return product == null ? "—" : product.name();
        }
    }
}
