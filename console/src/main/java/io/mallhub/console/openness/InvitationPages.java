package io.mallhub.console.openness;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.openness.InvitationState;
import io.mallhub.openness.InvitationView;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.Invitations.InvitationQuery;
import io.mallhub.openness.Invitations.MakeInvitation;
import io.mallhub.openness.Invitations.MakeOutcome;
import io.mallhub.openness.InviteeKind;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.time.Clock;
import java.time.LocalDate;
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

/** Invitations to register: administrators see all, salespeople their own. */
@Controller
@RequestMapping("/console/invitations")
class InvitationPages {
    private static final String LIST = "redirect:/console/invitations";
    private static final int USUAL_DAYS = 14;

    private final Invitations invitations;
    private final Spreadsheets sheets;
    private final Clock clock;

    InvitationPages(Invitations invitations, Spreadsheets sheets, Clock clock) {
        this.invitations = invitations;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @Nullable InvitationState state,
            @Nullable String text,
            @AuthenticationPrincipal StaffView me,
            ListRequest list,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", InvitationState.values());
        model.addAttribute("text", text);
        model.addAttribute("kinds", InviteeKind.values());
        model.addAttribute("invitations", invitations.page(query(state, text, me), list.page()));
        LocalDate today = MallTime.today(clock);
        model.addAttribute("today", today);
        model.addAttribute("usually", today.plusDays(USUAL_DAYS));
        return "console/openness/invitations";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable InvitationState state,
            @Nullable String text,
            @AuthenticationPrincipal StaffView me,
            ListRequest list) {
        InvitationQuery query = query(state, text, me);
        return sheets.<InvitationView>of("invitations")
                .column("console.invitation.invitee", InvitationView::invitee)
                .column("console.invitation.kind", InvitationView::kind)
                .column("console.list.state", InvitationView::state)
                .column("console.invitation.last-day", InvitationView::lastDay)
                .column("console.customer.salesperson", InvitationView::salesperson)
                .column("console.invitation.by", InvitationView::by)
                .column("console.invitation.at", InvitationView::at)
                .column("console.reason", InvitationView::reason)
                .column("console.invitation.used-at", InvitationView::usedAt)
                .column("console.invitation.company", InvitationView::company)
                .column("console.invitation.used-by", InvitationView::usedBy)
                .column("console.invitation.revoked-by", InvitationView::revokedBy)
                .column("console.invitation.revoke-reason", InvitationView::revokeReason)
                .file(list.rows(page -> invitations.page(query, page)));
    }

    /** The code is shown on the next page, once, and never again. */
    @PostMapping
    String make(
            @RequestParam InviteeKind kind,
            @RequestParam(defaultValue = "") String invitee,
            @RequestParam LocalDate lastDay,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String seller = me.roles().contains(Role.SALESPERSON) ? me.login() : null;
        switch (invitations.make(
                new MakeInvitation(kind, invitee, seller, lastDay, reason, me.actor()))) {
            case MakeOutcome.Made made -> {
                Notice.done(
                        redirect, "console.notice.invitation-made", made.invitation().invitee());
                redirect.addFlashAttribute("code", made.code());
            }
            case MakeOutcome.Refused refused -> Notice.refused(redirect, refused.why(), invitee);
        }
        return LIST;
    }

    @PostMapping("/{id:[0-9]{1,18}}/revoke")
    String revoke(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                invitations.revoke(id, onlyOf(me), reason, me.actor()),
                "console.notice.invitation-revoked",
                "");
        return LIST;
    }

    private static InvitationQuery query(
            @Nullable InvitationState state, @Nullable String text, StaffView me) {
        return new InvitationQuery(state, onlyOf(me), Typed.words(text));
    }

    private static @Nullable String onlyOf(StaffView me) {
        return me.roles().contains(Role.ADMIN) ? null : me.login();
    }
}
