package io.mallhub.console.catalogue;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.PutOutcome;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of merchandise categories, and where products stand in it as a file. */
@Controller
@RequestMapping("/console/merchandise")
class MerchandisePages {
    static final String TREE = "redirect:/console/merchandise";

    /** What was typed and refused. */
    private static final String TYPED = "typed";

    private final MerchandiseCategories categories;
    private final MerchandiseFile file;

    MerchandisePages(MerchandiseCategories categories, MerchandiseFile file) {
        this.categories = categories;
        this.file = file;
    }

    /**
     * @param change code of the category whose form is shown; empty for a new one
     */
    @GetMapping
    String tree(@RequestParam(defaultValue = "") String change, ListRequest list, Model model) {
        var tree = categories.tree();
        model.addAttribute("tree", tree);
        model.addAttribute("counts", categories.counts());
        PutCategory stored =
                tree.stream()
                        .filter(it -> it.code().equals(change))
                        .findFirst()
                        .map(
                                it ->
                                        new PutCategory(
                                                it.code(),
                                                it.parent().orElse(""),
                                                it.name(),
                                                it.englishName(),
                                                it.place()))
                        .orElseGet(() -> new PutCategory("", "", "", "", 0));
        model.addAttribute("changed", !stored.code().isEmpty());
        model.addAttribute(
                "form", model.getAttribute(TYPED) instanceof PutCategory typed ? typed : stored);
        return "console/merchandise/tree";
    }

    /** Every product that stands somewhere. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return file.of(list.rows(categories::assigned));
    }

    @PostMapping
    String put(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String englishName,
            @RequestParam(defaultValue = "0") int place,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        PutCategory typed = new PutCategory(code, parent, name, englishName, place);
        switch (categories.put(typed, me.actor())) {
            case PutOutcome.Put put ->
                    Notice.done(redirect, "console.notice.merchandise-put", put.category().code());
            case PutOutcome.Refused refused -> {
                Notice.refused(redirect, refused.key(), refused.detail());
                redirect.addFlashAttribute(TYPED, typed);
            }
        }
        return TREE;
    }

    @PostMapping("/{code}/remove")
    String remove(
            @PathVariable String code,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        categories
                .remove(code, me.actor())
                .ifPresentOrElse(
                        why -> Notice.refused(redirect, why.key(), why.detail()),
                        () -> Notice.done(redirect, "console.notice.merchandise-removed", code));
        return TREE;
    }
}
