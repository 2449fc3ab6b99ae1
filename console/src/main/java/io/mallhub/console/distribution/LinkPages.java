package io.mallhub.console.distribution;

import io.mallhub.distribution.LinkState;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
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

/** The share links of everybody, with visits, orders and what they cost. */
@Controller
@RequestMapping("/console/distribution")
class LinkPages {
    private final LinkRows rows;
    private final ShareLinks links;
    private final LinkAddresses addresses;

    LinkPages(LinkRows rows, ShareLinks links, LinkAddresses addresses) {
        this.rows = rows;
        this.links = links;
        this.addresses = addresses;
    }

    record Filter(@Nullable LinkState state, @Nullable String distributor, @Nullable String text) {
        LinkQuery query() {
            return new LinkQuery(state, Typed.words(distributor), Typed.words(text));
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("states", LinkState.values());
        model.addAttribute("links", rows.page(filter.query(), null, list.page()));
        return "console/distribution/links";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return rows.file(filter.query(), null, addresses, list);
    }

    @PostMapping("/links/{id}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                links.revoke(id, null, reason, me.actor()),
                "console.notice.share-revoked",
                "");
        return "redirect:/console/distribution";
    }
}
