package io.mallhub.console.catalogue;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.order.Quotas;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.stock.Stock;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.MerchandiseNames;
import io.mallhub.webkit.Spreadsheets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/catalogue")
class ProductPages {
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final MerchandiseNames names;
    private final Prices prices;
    private final Stock stock;
    private final Quotas quotas;
    private final Spreadsheets sheets;

    ProductPages(
            Products products,
            MerchandiseCategories merchandise,
            MerchandiseNames names,
            Prices prices,
            Stock stock,
            Quotas quotas,
            Spreadsheets sheets) {
        this.merchandise = merchandise;
        this.names = names;
        this.products = products;
        this.prices = prices;
        this.stock = stock;
        this.quotas = quotas;
        this.sheets = sheets;
    }

    @GetMapping
    String list(ProductFilter filter, ListRequest list, Model model) {
        var page = products.search(filter.query(), list.page());
        model.addAttribute("filter", filter);
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("counts", products.countByCategory());
        model.addAttribute("products", page);
        model.addAttribute("tree", merchandise.tree());
        model.addAttribute("moves", MerchandiseCategories.Move.values());
        model.addAttribute(
                "places", merchandise.of(page.items().stream().map(ProductView::id).toList()));
        model.addAttribute(
                "sellable", stock.sellable(page.items().stream().map(ProductView::id).toList()));
        return "console/catalogue/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ProductFilter filter, ListRequest list) {
        return sheets.<ProductView>of("products")
                .column("console.product.code", ProductView::code)
                .column("console.product.name", ProductView::name)
                .column("console.product.strength", ProductView::strength)
                .column("console.product.maker", ProductView::maker)
                .column("console.product.approval", ProductView::approvalNumber)
                .column("console.product.category", ProductView::category)
                .column(
                        "console.product.merchandise",
                        it ->
                                it.merchandise().stream()
                                        .sorted()
                                        .map(names::of)
                                        .collect(Collectors.joining(", ")))
                .column("console.product.unit", ProductView::unit)
                .file(list.rows(page -> products.search(filter.query(), page)));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String product(@PathVariable UUID id, Model model) {
        ProductId product = new ProductId(id);
        model.addAttribute(
                "product",
                products.product(product).orElseThrow(() -> new Missing("product " + id)));
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("tree", merchandise.tree());
        model.addAttribute(
                "places", merchandise.of(List.of(product)).getOrDefault(product, Set.of()));
        model.addAttribute("equation", stock.equation(product));
        model.addAttribute("prices", prices.listed(product));
        model.addAttribute("quotas", quotas.of(product));
        model.addAttribute(
                "tags",
                new TreeSet<>(products.tags(List.of(product)).getOrDefault(product, Set.of())));
        return "console/catalogue/product";
    }
}
