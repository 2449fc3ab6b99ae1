package io.mallhub.console.prices;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerType;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceListState;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.Change;
import io.mallhub.pricing.PriceLists.ListQuery;
import io.mallhub.pricing.PriceLists.Preview;
import io.mallhub.pricing.PriceLists.PriceChange;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Price lists, one list with its rows, and what publishing it would change. */
@Controller
@RequestMapping("/console/prices")
class PriceListPages {
    private static final String ONE = "/lists/{number:PL[0-9]{1,12}}/{version:[0-9]{1,6}}";
    private static final Set<Source> SOURCES =
            EnumSet.of(Source.AGREEMENT, Source.LEVEL, Source.TYPE, Source.REGION, Source.SPECIAL);
    private static final int MOST_NAMED = 10;

    private final PriceLists lists;
    private final ListAudiences audiences;
    private final Products products;
    private final PriceTexts texts;
    private final Spreadsheets sheets;
    private final PriceFile file;
    private final Clock clock;

    PriceListPages(
            PriceLists lists,
            ListAudiences audiences,
            Products products,
            PriceTexts texts,
            Spreadsheets sheets,
            PriceFile file,
            Clock clock) {
        this.lists = lists;
        this.audiences = audiences;
        this.products = products;
        this.texts = texts;
        this.sheets = sheets;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping
    String lists(ListFilter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("lists", page(filter, list.page()));
        model.addAttribute("states", PriceListState.values());
        model.addAttribute("sources", SOURCES);
        model.addAttribute("types", CustomerType.values());
        model.addAttribute("today", MallTime.today(clock));
        return "console/prices/lists";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListFilter filter, ListRequest list) {
        return sheets.<PriceList>of("price-lists")
                .column("console.price.number", it -> it.key().number())
                .column("console.price.version", it -> it.key().version())
                .column("console.price.name", it -> it.terms().name())
                .column("console.price.for", it -> texts.audience(it.terms().audience()))
                .column("console.price.valid-from", it -> it.terms().validFrom())
                .column("console.price.valid-until", it -> it.terms().validUntil())
                .column("console.list.state", texts::state)
                .column("console.price.rows", PriceList::rows)
                .column("console.price.changed-by", PriceList::changedBy)
                .column("console.price.changed-at", PriceList::changedAt)
                .column("console.price.published-at", PriceList::publishedAt)
                .file(list.rows(page -> page(filter, page)));
    }

    private Page<PriceList> page(ListFilter filter, PageRequest page) {
        String code = Typed.words(filter.product());
        if (code == null) {
            return lists.page(filter.query(null), page);
        }
        return products.byCode(code)
                .map(product -> lists.page(filter.query(product.id()), page))
                .orElseGet(() -> new Page<>(List.of(), 0, page.size(), 0));
    }

    @GetMapping(ONE)
    String list(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String product,
            ListRequest list,
            Model model) {
        Key key = new Key(number, version);
        PriceList found = found(key);
        Page<Row> rows = rows(key, product, list.page());
        model.addAttribute("one", found);
        model.addAttribute("product", product);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "goods", products.products(rows.items().stream().map(Row::product).toList()));
        model.addAttribute("versions", lists.versions(number));
        model.addAttribute("steps", lists.steps(number));
        model.addAttribute("waiting", lists.isWaiting(key));
        model.addAttribute("sources", SOURCES);
        model.addAttribute("types", CustomerType.values());
        model.addAttribute("owner", owner(found));
        return "console/prices/list";
    }

    /** As a person types it. */
    private static String owner(PriceList list) {
        return list.terms().audience().source() == Source.AGREEMENT
                ? list.terms().audience().label().replaceFirst(" .*", "")
                : list.terms().audience().owner();
    }

    /** The file that an import takes. */
    @GetMapping(ONE + "/export")
    ResponseEntity<byte[]> exportRows(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String product,
            ListRequest list) {
        Key key = new Key(number, version);
        found(key);
        return file.of(number + "-" + version, list.rows(page -> rows(key, product, page)));
    }

    private Page<Row> rows(Key key, String code, PageRequest page) {
        if (code.isBlank()) {
            return lists.rows(key, null, page);
        }
        return products.byCode(code.strip())
                .map(product -> lists.rows(key, product.id(), page))
                .orElseGet(() -> new Page<>(List.of(), 0, page.size(), 0));
    }

    @GetMapping(ONE + "/preview")
    String preview(
            @PathVariable String number,
            @PathVariable int version,
            @Nullable PriceChange change,
            @RequestParam(defaultValue = "false") boolean floor,
            ListRequest list,
            Model model) {
        PriceList found = found(new Key(number, version));
        Preview preview = lists.preview(found.key(), audiences.viewer(found));
        Map<PriceChange, Long> counts = new EnumMap<>(PriceChange.class);
        for (PriceChange one : PriceChange.values()) {
            counts.put(one, preview.count(one));
        }
        Page<Change> changes = part(preview, change, floor, list.page());
        model.addAttribute("one", found);
        model.addAttribute("counts", counts);
        model.addAttribute("belowFloor", preview.belowFloor());
        model.addAttribute("change", change);
        model.addAttribute("floor", floor);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "goods",
                products.products(changes.items().stream().map(it -> it.row().product()).toList()));
        model.addAttribute("dropped", lists.dropped(found.key()));
        model.addAttribute("customers", audiences.customers(found, PageRequest.first(MOST_NAMED)));
        return "console/prices/preview";
    }

    @GetMapping(ONE + "/preview/export")
    ResponseEntity<byte[]> exportPreview(
            @PathVariable String number,
            @PathVariable int version,
            @Nullable PriceChange change,
            @RequestParam(defaultValue = "false") boolean floor,
            ListRequest list) {
        PriceList found = found(new Key(number, version));
        Preview preview = lists.preview(found.key(), audiences.viewer(found));
        Map<ProductId, ProductView> goods =
                products.products(
                        preview.changes().stream()
                                .map(it -> it.row().product())
                                .distinct()
                                .toList());
        Function<Change, Optional<ProductView>> product =
                it -> Optional.ofNullable(goods.get(it.row().product()));
        return sheets.<Change>of("price-changes-" + number + "-" + version)
                .column(
                        "console.product.code",
                        it -> product.apply(it).map(ProductView::code).orElse(""))
                .column(
                        "console.product.name",
                        it -> product.apply(it).map(ProductView::name).orElse(""))
                .column("console.price.from", it -> it.row().from().amount())
                .column("console.price.before", it -> amount(it.before()))
                .column("console.price.before-source", Change::beforeSource)
                .column(
                        "console.price.price",
                        it -> it.change() == PriceChange.GONE ? null : it.row().price().amount())
                .column("console.price.change", Change::change)
                .column(
                        "console.price.below-floor",
                        it -> it.belowFloor() ? texts.say("console.price.below-floor") : null)
                .file(list.rows(page -> part(preview, change, floor, page)));
    }

    private static @Nullable Object amount(@Nullable UnitPrice price) {
        return price == null ? null : price.amount();
    }

    private static Page<Change> part(
            Preview preview, @Nullable PriceChange change, boolean floor, PageRequest page) {
        List<Change> all =
                preview.changes().stream()
                        .filter(it -> change == null || it.change() == change)
                        .filter(it -> !floor || it.belowFloor())
                        .toList();
        return Page.of(all, page);
    }

    private PriceList found(Key key) {
        return lists.find(key).orElseThrow(() -> new Missing("price list " + key));
    }

    /**
     * @param product code of a product that the list has a row of
     */
    record ListFilter(
            @Nullable PriceListState state,
            @Nullable Source source,
            @Nullable String product,
            @Nullable String text) {
        ListQuery query(@Nullable ProductId id) {
            return new ListQuery(state, source, id, Typed.words(text));
        }
    }
}
