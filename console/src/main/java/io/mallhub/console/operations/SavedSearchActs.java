package io.mallhub.console.operations;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.SavedSearches;
import io.mallhub.webkit.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Searches with a name, for all who operate. */
@Controller
@RequestMapping("/console/operations/searches")
class SavedSearchActs {
    private final SavedSearches saved;

    SavedSearchActs(SavedSearches saved) {
        this.saved = saved;
    }

    /**
     * @param query of the search page's URL, without its question mark
     */
    @PostMapping
    String save(
            @RequestParam String name,
            @RequestParam String query,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        saved.save(name, query, me);
        Notice.done(redirect, "console.notice.search-saved", name.strip());
        return "redirect:/console/operations/instances";
    }

    @PostMapping("/delete")
    String delete(@RequestParam String name, RedirectAttributes redirect) {
        saved.delete(name);
        Notice.done(redirect, "console.notice.search-deleted", name);
        return "redirect:/console/operations/instances";
    }
}
