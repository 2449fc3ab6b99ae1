package io.mallhub.console.prices;

import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.ImportFile;
import io.mallhub.pricing.PriceLists.ImportOutcome;
import io.mallhub.pricing.PriceLists.WaitingImport;
import io.mallhub.pricing.RowReading;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.Page;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.TypedSheet.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of price lists: handed in, looked at when rows are bad, taken or given up. */
@Controller
@RequestMapping("/console/prices/lists/{number:PL[0-9]{1,12}}/{version:[0-9]{1,6}}")
class PriceImports {
    private static final String LIST = "redirect:/console/prices/lists/{number}/{version}";
    private static final String IMPORT = LIST + "/import";
    private static final int LONGEST_NAME = 120;

    private final PriceLists lists;
    private final Products products;
    private final PriceFile file;

    PriceImports(PriceLists lists, Products products, PriceFile file) {
        this.lists = lists;
        this.products = products;
        this.file = file;
    }

    @PostMapping("/draft/import")
    String take(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable MultipartFile upload,
            @RequestParam(defaultValue = "true") boolean replaces,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect)
            throws IOException {
        if (upload == null || upload.isEmpty()) {
            Notice.refused(redirect, "price-import.no-file", "");
            return LIST;
        }
        List<TypedRow> rows;
        try {
            rows = file.read(upload.getBytes());
        } catch (Unreadable unreadable) {
            Notice.refused(redirect, unreadable.key(), name(upload));
            return LIST;
        }
        ImportOutcome outcome =
                lists.take(
                        new Key(number, version),
                        new ImportFile(name(upload), replaces, rows),
                        known(rows),
                        me.actor());
        return told(outcome, redirect);
    }

    @PostMapping("/draft/import/good")
    String takeGood(
            @PathVariable String number,
            @PathVariable int version,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Key key = new Key(number, version);
        Map<String, ProductId> known =
                lists.waiting(key).map(it -> known(it.file().rows())).orElseGet(Map::of);
        return told(lists.takeGood(key, known, me.actor()), redirect);
    }

    @PostMapping("/draft/import/forget")
    String forget(
            @PathVariable String number,
            @PathVariable int version,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        lists.forgetImport(new Key(number, version), me.actor());
        Notice.done(redirect, "console.notice.price-import-forgotten", "");
        return LIST;
    }

    /** What waits, with every bad row. */
    @GetMapping("/import")
    String waiting(
            @PathVariable String number, @PathVariable int version, ListRequest list, Model model) {
        Key key = new Key(number, version);
        WaitingImport waiting = found(key);
        RowReading reading = reading(waiting);
        model.addAttribute("key", key);
        model.addAttribute("waiting", waiting);
        model.addAttribute("good", reading.good().size());
        model.addAttribute("bad", reading.bad());
        model.addAttribute("errors", Page.of(reading.errors(), list.page()));
        return "console/prices/import";
    }

    @GetMapping("/import/export")
    ResponseEntity<byte[]> errors(@PathVariable String number, @PathVariable int version) {
        RowReading reading = reading(found(new Key(number, version)));
        return file.errors("errors-" + number + "-" + version, reading.errors());
    }

    private WaitingImport found(Key key) {
        return lists.waiting(key).orElseThrow(() -> new Missing("import of " + key));
    }

    private RowReading reading(WaitingImport waiting) {
        List<TypedRow> rows = waiting.file().rows();
        return RowReading.of(rows, known(rows));
    }

    /** One question for all codes of a file. */
    private Map<String, ProductId> known(List<TypedRow> rows) {
        Set<String> codes =
                rows.stream()
                        .map(row -> row.code().strip())
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet());
        return codes.isEmpty() ? Map.of() : products.ids(codes);
    }

    private static String name(MultipartFile upload) {
        String name =
                Objects.requireNonNullElse(upload.getOriginalFilename(), "")
                        .replaceAll("\\p{Cntrl}+", " ")
                        .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static String told(ImportOutcome outcome, RedirectAttributes redirect) {
        return switch (outcome) {
            case ImportOutcome.Taken taken -> {
                Notice.done(redirect, "console.notice.price-import", taken.rows() + "");
                yield LIST;
            }
            case ImportOutcome.Waits waits -> {
                Notice.refused(redirect, "console.notice.price-import-waits", waits.bad() + "");
                yield IMPORT;
            }
            case ImportOutcome.Refused refused -> {
                Notice.refused(redirect, refused.why(), "");
                yield LIST;
            }
        };
    }
}
