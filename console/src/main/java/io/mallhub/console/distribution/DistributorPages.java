package io.mallhub.console.distribution;

import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.Distributors.Appoint;
import io.mallhub.distribution.Distributors.Distributor;
import io.mallhub.distribution.Distributors.DistributorQuery;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may share, and who stands above whom. */
@Controller
@RequestMapping("/console/distribution/distributors")
class DistributorPages {
    private static final String LIST = "redirect:/console/distribution/distributors";

    private final Distributors distributors;
    private final Accounts accounts;
    private final Spreadsheets sheets;

    DistributorPages(Distributors distributors, Accounts accounts, Spreadsheets sheets) {
        this.distributors = distributors;
        this.accounts = accounts;
        this.sheets = sheets;
    }

    @GetMapping
    String list(@Nullable Boolean ended, @Nullable String text, ListRequest list, Model model) {
        model.addAttribute("ended", isEnded(ended));
        model.addAttribute("text", text);
        model.addAttribute("salespeople", accounts.staffWith(Role.SALESPERSON));
        model.addAttribute("distributors", distributors.page(query(ended, text), list.page()));
        return "console/distribution/distributors";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable Boolean ended, @Nullable String text, ListRequest list) {
        return sheets.<Distributor>of("distributors")
                .column("console.share.distributor", Distributor::login)
                .column("console.distributor.name", Distributor::name)
                .column("console.distributor.level", Distributor::level)
                .column("console.distributor.parent", Distributor::parent)
                .column("console.distributor.below", Distributor::below)
                .column("console.distributor.links", Distributor::links)
                .column("console.reason", Distributor::reason)
                .column("console.distributor.since", Distributor::since)
                .column("console.distributor.ended-at", Distributor::endedAt)
                .file(list.rows(page -> distributors.page(query(ended, text), page)));
    }

    @PostMapping
    String appoint(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                distributors.appoint(new Appoint(login, Typed.words(parent), reason, me.actor())),
                "console.notice.distributor-appointed",
                login);
        return LIST;
    }

    @PostMapping("/{login}/end")
    String end(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                distributors.end(login, reason, me.actor()),
                "console.notice.distributor-ended",
                login);
        return LIST;
    }

    private static DistributorQuery query(@Nullable Boolean ended, @Nullable String text) {
        return new DistributorQuery(isEnded(ended), Typed.words(text));
    }

    private static boolean isEnded(@Nullable Boolean ended) {
        return Boolean.TRUE.equals(ended);
    }
}
