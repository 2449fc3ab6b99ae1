package io.mallhub.console.flash;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.Opening;
import io.mallhub.flash.SaleState;
import io.mallhub.pricing.Prices;
import io.mallhub.pricing.Prices.ListedPrice;
import io.mallhub.shared.Page;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import io.mallhub.stock.Stock;
import io.mallhub.webkit.FlashTexts;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The sales, the editor, and one sale with its coming and its past occurrences. */
@Controller
@RequestMapping("/console/flash-sales")
class FlashPages {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    /** What is wrong with it, by field. */
    static final String WRONG = "wrong";

    private static final int MOST_FORESEEN = 12;
    private static final Duration FORESEEN = Duration.ofDays(42);

    private final FlashSales sales;
    private final Products products;
    private final Prices prices;
    private final Stock stock;
    private final FlashTexts texts;
    private final Spreadsheets sheets;
    private final Clock clock;

    FlashPages(
            FlashSales sales,
            Products products,
            Prices prices,
            Stock stock,
            FlashTexts texts,
            Spreadsheets sheets,
            Clock clock) {
        this.sales = sales;
        this.products = products;
        this.prices = prices;
        this.stock = stock;
        this.texts = texts;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    String list(@Nullable SaleState state, ListRequest list, Model model) {
        Page<SaleView> page = sales.page(state, list.page());
        model.addAttribute("sales", page);
        model.addAttribute("state", state);
        model.addAttribute("states", SaleState.values());
        model.addAttribute(
                "goods", products.products(page.items().stream().map(SaleView::product).toList()));
        return "console/flash/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable SaleState state, ListRequest list) {
        return sheets.<SaleView>of("flash-sales")
                .column("console.flash.sale", SaleView::code)
                .column("console.promotion.name", SaleView::name)
                .column("console.promotion.price", it -> it.price().amount())
                .column("console.flash.quota", it -> it.quota().amount())
                .column("console.flash.most", it -> it.most() == null ? "" : it.most().toString())
                .column("console.promotion.when", it -> texts.when(it.timing()))
                .column("console.list.state", SaleView::state)
                .file(list.rows(page -> sales.page(state, page)));
    }

    @GetMapping("/{code}/export")
    ResponseEntity<byte[]> occurrences(@PathVariable String code, ListRequest list) {
        sale(code);
        return sheets.<Occurrence>of("flash-sale-" + code)
                .column("console.promotion.when", it -> texts.when(it.opening()))
                .column("console.promotion.price", it -> it.price().amount())
                .column("console.flash.quota", it -> it.quota().amount())
                .column("console.flash.backed", it -> it.backed().amount())
                .column("console.flash.taken", it -> it.taken().amount())
                .column("console.flash.buyers", Occurrence::buyers)
                .column("console.flash.returning", Occurrence::returning)
                .column("console.flash.left", it -> it.left().amount())
                .file(list.rows(page -> sales.occurrences(code, page)));
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(SaleForm.empty(), model);
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        SaleView sale = sale(code);
        return form(SaleForm.of(sale, code(sale.product())), model);
    }

    private String form(SaleForm stored, Model model) {
        SaleForm form = model.getAttribute(TYPED) instanceof SaleForm typed ? typed : stored;
        model.addAttribute("form", form);
        model.addAttribute("latest", stored.version());
        model.addAttribute("changed", !Objects.equals(form.version(), stored.version()));
        if (!model.containsAttribute(WRONG)) {
            model.addAttribute(WRONG, Map.of());
        }
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("slotRows", IntStream.range(0, SaleForm.SLOTS).boxed().toList());
        return "console/flash/form";
    }

    @GetMapping("/{code}")
    String sale(@PathVariable String code, ListRequest list, Model model) {
        SaleView sale = sale(code);
        Instant now = clock.instant();
        List<Opening> coming =
                sale.timing().openings(now, MOST_FORESEEN).stream()
                        .filter(it -> it.opens().isBefore(now.plus(FORESEEN)))
                        .toList();
        model.addAttribute("sale", sale);
        model.addAttribute("product", products.product(sale.product()).orElse(null));
        model.addAttribute("coming", coming);
        model.addAttribute("now", now);
        model.addAttribute("equation", stock.equation(sale.product()));
        List<ListedPrice> listed = prices.listed(sale.product());
        model.addAttribute("base", listed(listed, "base"));
        model.addAttribute("floor", listed(listed, "floor"));
        model.addAttribute("occurrences", sales.occurrences(code, list.page()));
        model.addAttribute("steps", sales.steps(code));
        return "console/flash/sale";
    }

    private static @Nullable UnitPrice listed(List<ListedPrice> prices, String list) {
        return prices.stream()
                .filter(it -> it.list().equals(list))
                .map(ListedPrice::price)
                .findFirst()
                .orElse(null);
    }

    private SaleView sale(String code) {
        return sales.find(code).orElseThrow(() -> new Missing("flash sale " + code));
    }

    private String code(ProductId product) {
        return products.product(product).map(ProductView::code).orElse(product.toString());
    }
}
