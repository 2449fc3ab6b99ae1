package io.mallhub.console.catalogue;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.AssignOutcome;
import io.mallhub.catalog.MerchandiseCategories.ImportOutcome;
import io.mallhub.catalog.MerchandiseCategories.Move;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.TypedSheet.Unreadable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting products into merchandise categories: one, those ticked in the list, all, or a file. */
@Controller
@RequestMapping("/console/catalogue/merchandise")
class MerchandiseActs {
    private static final String LIST = "redirect:/console/catalogue";
    private static final int MOST_SHOWN = 200;
    private static final int LONGEST_NAME = 120;

    private final MerchandiseCategories categories;
    private final Products products;
    private final MerchandiseFile file;

    MerchandiseActs(MerchandiseCategories categories, Products products, MerchandiseFile file) {
        this.categories = categories;
        this.products = products;
        this.file = file;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<String> merchandise,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ProductView product =
                products.product(new ProductId(id)).orElseThrow(() -> new Missing("product " + id));
        Set<String> codes = Objects.requireNonNullElse(merchandise, Set.of());
        switch (categories.assign(product.id(), codes, me.actor())) {
            case AssignOutcome.Assigned _ ->
                    Notice.done(redirect, "console.notice.merchandise-assigned", product.name());
            case AssignOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return "redirect:/console/catalogue/{id}";
    }

    /**
     * Those ticked, or all that the list's filter shows after their number was seen.
     *
     * @param to code of the category
     */
    @PostMapping("/move")
    String move(
            ProductFilter filter,
            @RequestParam(defaultValue = "") String to,
            @RequestParam Move how,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "-1") long expected,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        filter.parameters().forEach(redirect::addAttribute);
        List<UUID> ticked = Objects.requireNonNullElse(product, List.of());
        if (!all && ticked.isEmpty()) {
            Notice.refused(redirect, "console.notice.merchandise-nothing", "");
            return LIST;
        }
        if (all) {
            long found = products.search(filter.query(), PageRequest.first(1)).total();
            if (found != expected) {
                Notice.refused(redirect, "console.notice.merchandise-moved-on", found + "");
                return LIST;
            }
        }
        AssignOutcome outcome =
                all
                        ? categories.moveMatching(filter.query(), to, how, me.actor())
                        : categories.move(
                                ticked.stream().map(ProductId::new).toList(), to, how, me.actor());
        switch (outcome) {
            case AssignOutcome.Assigned assigned ->
                    Notice.done(
                            redirect, "console.notice.merchandise-moved", assigned.products() + "");
            case AssignOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return LIST;
    }

    /** A file with bad rows changes nothing, unless its good ones are asked for. */
    @PostMapping("/import")
    String take(
            @RequestParam(required = false) @Nullable MultipartFile upload,
            @RequestParam(defaultValue = "false") boolean onlyGood,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect)
            throws IOException {
        if (upload == null || upload.isEmpty()) {
            Notice.refused(redirect, "price-import.no-file", "");
            return MerchandisePages.TREE;
        }
        String name = name(upload);
        List<TypedPlaces> rows;
        try {
            rows = file.read(upload.getBytes());
        } catch (Unreadable unreadable) {
            Notice.refused(redirect, unreadable.key(), name);
            return MerchandisePages.TREE;
        }
        ImportOutcome outcome = categories.take(name, rows, onlyGood, me.actor());
        switch (outcome) {
            case ImportOutcome.Taken taken ->
                    Notice.done(
                            redirect, "console.notice.merchandise-import", taken.products() + "");
            case ImportOutcome.Refused refused ->
                    Notice.refused(
                            redirect,
                            "console.notice.merchandise-import-bad",
                            refused.bad().size() + "");
        }
        redirect.addFlashAttribute("bad", outcome.bad().stream().limit(MOST_SHOWN).toList());
        redirect.addFlashAttribute("badRows", outcome.bad().size());
        return MerchandisePages.TREE;
    }

    private static String name(MultipartFile upload) {
        String name =
                Objects.requireNonNullElse(upload.getOriginalFilename(), "")
                        .replaceAll("\\p{Cntrl}+", " ")
                        .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
