package io.mallhub.console.distribution;

import io.mallhub.console.access.Missing;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.LinkState;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.distribution.ShareLinks.MakeLink;
import io.mallhub.distribution.ShareLinks.MakeOutcome;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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

/** A distributor's own links, each with its QR code; nobody else's can be read here. */
@Controller
@RequestMapping("/console/my-links")
class MyLinks {
    private static final String LIST = "redirect:/console/my-links";
    private static final int USUAL_DAYS = 90;

    private final LinkRows rows;
    private final ShareLinks links;
    private final LinkAddresses addresses;
    private final Distribution distribution;
    private final Distributors distributors;
    private final Clock clock;

    MyLinks(
            LinkRows rows,
            ShareLinks links,
            LinkAddresses addresses,
            Distribution distribution,
            Distributors distributors,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.addresses = addresses;
        this.distribution = distribution;
        this.distributors = distributors;
        this.clock = clock;
    }

    @GetMapping
    String mine(
            @Nullable LinkState state,
            @Nullable String text,
            @AuthenticationPrincipal StaffView me,
            ListRequest list,
            Model model) {
        LocalDate today = MallTime.today(clock);
        model.addAttribute("state", state);
        model.addAttribute("states", LinkState.values());
        model.addAttribute("text", text);
        model.addAttribute("links", rows.page(query(state, text, me), login(me), list.page()));
        model.addAttribute("terms", distribution.terms());
        model.addAttribute("mayShare", distributors.isOne(me.login()));
        model.addAttribute("today", today);
        model.addAttribute("usually", today.plusDays(USUAL_DAYS));
        return "console/distribution/mine";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable LinkState state,
            @Nullable String text,
            @AuthenticationPrincipal StaffView me,
            ListRequest list) {
        return rows.file(query(state, text, me), login(me), addresses, list);
    }

    @GetMapping("/{id}")
    String link(@PathVariable long id, @AuthenticationPrincipal StaffView me, Model model) {
        ShareLink link = own(id, me);
        model.addAttribute("link", link);
        model.addAttribute("address", addresses.of(link));
        return "console/distribution/link";
    }

    @GetMapping("/{id}/qr.svg")
    ResponseEntity<String> qr(@PathVariable long id, @AuthenticationPrincipal StaffView me) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(QrPicture.of(addresses.of(own(id, me))));
    }

    @PostMapping
    String make(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable LocalDate lastDay,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        LocalDate today = MallTime.today(clock);
        MakeLink command =
                new MakeLink(
                        product,
                        note,
                        today,
                        Objects.requireNonNullElse(lastDay, today.plusDays(USUAL_DAYS)),
                        me.actor());
        return switch (links.make(command)) {
            case MakeOutcome.Made made -> {
                Notice.done(redirect, "console.notice.share-made", "");
                yield LIST + "/" + made.link().id();
            }
            case MakeOutcome.Refused refused -> {
                Notice.refused(redirect, refused.why(), product);
                yield LIST;
            }
        };
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                links.revoke(id, me.login(), reason, me.actor()),
                "console.notice.share-revoked",
                "");
        return LIST;
    }

    private ShareLink own(long id, StaffView me) {
        return links.link(id)
                .filter(it -> it.distributor().equals(login(me)))
                .orElseThrow(() -> new Missing("share link " + id));
    }

    private static LinkQuery query(@Nullable LinkState state, @Nullable String text, StaffView me) {
        return new LinkQuery(state, login(me), Typed.words(text));
    }

    private static String login(StaffView me) {
        return me.login().toLowerCase(Locale.ROOT);
    }
}
