package io.mallhub.console.recalls;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.order.ShippedBatches;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.RecallRow;
import io.mallhub.recall.RecallState;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.Recalls;
import io.mallhub.recall.Recalls.RecallQuery;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockSnapshot;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of recalls with the form that opens one, and each recall with its buyers. */
@Controller
@RequestMapping("/console/recalls")
class RecallPages {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    private final Recalls recalls;
    private final Products products;
    private final ShippedBatches shipped;
    private final Stock stock;
    private final Clock clock;
    private final Spreadsheets sheets;

    RecallPages(
            Recalls recalls,
            Products products,
            ShippedBatches shipped,
            Stock stock,
            Clock clock,
            Spreadsheets sheets) {
        this.recalls = recalls;
        this.products = products;
        this.shipped = shipped;
        this.stock = stock;
        this.clock = clock;
        this.sheets = sheets;
    }

    record Filter(@Nullable RecallState state, @Nullable String text) {
        RecallQuery query() {
            return new RecallQuery(state, text);
        }
    }

    /**
     * @param asked filled in by a link: the code of a product offers its batches
     */
    @GetMapping
    String list(Filter filter, RecallForm asked, ListRequest list, Model model) {
        RecallForm form = model.getAttribute(TYPED) instanceof RecallForm typed ? typed : asked;
        Optional<ProductView> product = products.byCode(form.code());
        model.addAttribute("filter", filter);
        model.addAttribute("states", RecallState.values());
        model.addAttribute("classes", RecallClass.values());
        model.addAttribute("form", form);
        model.addAttribute("batches", product.map(this::batches).orElse(Set.of()));
        reach(form, product, model);
        model.addAttribute("recalls", recalls.page(filter.query(), list.page()));
        return "console/recalls/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return sheets.<RecallRow>of("recalls")
                .column("console.recall.number", RecallRow::number)
                .column("console.recall.product", RecallRow::code)
                .column("console.product.name", RecallRow::name)
                .column("console.return.batch", RecallRow::batch)
                .column("console.recall.locked", row -> row.locked() ? "✓" : null)
                .column("console.recall.class", RecallRow::recallClass)
                .column("console.list.state", RecallRow::state)
                .column("console.recall.due", RecallRow::noticeDue)
                .column("console.recall.buyers", RecallRow::buyers)
                .column("console.recall.unconfirmed", RecallRow::unconfirmed)
                .file(list.rows(page -> recalls.page(filter.query(), page)));
    }

    /** What a recall of the typed batch would find, as soon as both fields are filled in. */
    @GetMapping("/reach")
    String reach(RecallForm form, Model model) {
        model.addAttribute("form", form);
        reach(form, products.byCode(form.code()), model);
        return "console/recalls/list :: reach";
    }

    private void reach(RecallForm form, Optional<ProductView> product, Model model) {
        boolean asked = product.isPresent() && !form.batchNumber().isEmpty();
        model.addAttribute("chosen", product.orElse(null));
        model.addAttribute(
                "reach", asked ? recalls.reach(product.get().id(), form.batchNumber()) : null);
    }

    private Set<String> batches(ProductView product) {
        Set<String> known = new TreeSet<>(shipped.batches(product.id()));
        stock.equation(product.id()).batches().stream()
                .map(StockSnapshot.Batch::number)
                .forEach(known::add);
        return known;
    }

    @GetMapping("/{number}")
    String recall(@PathVariable String number, Model model) {
        RecallView view = recalls.find(number).orElseThrow(() -> new Missing("recall " + number));
        model.addAttribute("view", view);
        model.addAttribute("now", clock.instant());
        return "console/recalls/recall";
    }
}
