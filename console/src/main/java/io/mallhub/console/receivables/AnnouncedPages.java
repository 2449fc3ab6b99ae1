package io.mallhub.console.receivables;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
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

/** Transfers that buyers announced: taken over on the page of the account, or declined. */
@Controller
@RequestMapping("/console/receivables/announced")
class AnnouncedPages {
    private final Announcements announcements;
    private final Spreadsheets sheets;

    AnnouncedPages(Announcements announcements, Spreadsheets sheets) {
        this.announcements = announcements;
        this.sheets = sheets;
    }

    @GetMapping
    String list(@Nullable AnnouncementState state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", AnnouncementState.values());
        model.addAttribute("announced", announcements.page(null, state, list.page()));
        return "console/receivables/announced";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable AnnouncementState state, ListRequest list) {
        return sheets.<AnnouncementView>of("announced")
                .column("console.receivables.announcement", AnnouncementView::number)
                .column("console.customer.name", AnnouncementView::customerName)
                .column("console.list.state", AnnouncementView::state)
                .column("console.reason", AnnouncementView::reason)
                .column("console.receivables.amount", AnnouncementView::amount)
                .column("console.receivables.reference", AnnouncementView::bankReference)
                .column("console.receivables.sent-on", AnnouncementView::sentOn)
                .column("console.receivables.proof", AnnouncementView::fileName)
                .column("console.receivables.announced-by", AnnouncementView::announcedAt)
                .column("console.ops.by", AnnouncementView::announcedBy)
                .column("console.receivables.purpose", AnnouncementView::purpose)
                .column("console.prepaid.order", AnnouncementView::order)
                .column("console.receivables.receipt", AnnouncementView::receipt)
                .column("console.prepaid.top-up", AnnouncementView::topUp)
                .file(list.rows(page -> announcements.page(null, state, page)));
    }

    @GetMapping("/{number}/proof")
    ResponseEntity<byte[]> proof(@PathVariable String number) {
        return announcements
                .proof(number)
                .map(it -> Attachment.of(it.fileName(), it.mediaType(), it.content()))
                .orElseThrow(() -> new Missing("proof of " + number));
    }

    @PostMapping("/{number}/decline")
    String decline(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                announcements.decline(number, reason, me.actor()),
                "console.notice.announcement-declined",
                number);
        return "redirect:/console/receivables/announced";
    }
}
