package io.mallhub.console.administration;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.Delegations.Outcome;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Times;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who does whose tasks: everybody sees and gives his own, the administration all. */
@Controller
@RequestMapping("/console/delegations")
class DelegationPages {
    private static final String BACK = "redirect:/console/delegations";

    /** Offered while typing; any login can be typed. */
    private static final int SUGGESTED = 200;

    private final Delegations delegations;
    private final Accounts accounts;
    private final Times times;

    DelegationPages(Delegations delegations, Accounts accounts, Times times) {
        this.delegations = delegations;
        this.accounts = accounts;
        this.times = times;
    }

    @GetMapping
    String list(@AuthenticationPrincipal StaffView me, ListRequest list, Model model) {
        boolean all = isAdmin(me);
        model.addAttribute("delegations", delegations.page(all ? null : me.login(), list.page()));
        model.addAttribute("all", all);
        model.addAttribute("roles", rolesToGive(me, all));
        model.addAttribute("people", people());
        model.addAttribute("today", times.today());
        return "console/administration/delegations";
    }

    @PostMapping
    String give(
            @RequestParam(required = false) @Nullable String principal,
            @RequestParam String delegate,
            @RequestParam Role role,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String giver = principal == null || principal.isBlank() ? me.login() : principal;
        Outcome outcome =
                delegations.give(
                        new GiveRole(giver, delegate, role, from, until, reason, me.actor()));
        switch (outcome) {
            case Outcome.Given _ -> Notice.done(redirect, "console.notice.role-given", delegate);
            case Outcome.Refused refused -> Notice.refused(redirect, refused.why(), delegate);
        }
        return BACK;
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        delegations.revoke(id, me.actor());
        Notice.done(redirect, "console.notice.role-taken-back", "");
        return BACK;
    }

    private static boolean isAdmin(StaffView me) {
        return me.roles().contains(Role.ADMIN);
    }

    private static List<Role> rolesToGive(StaffView me, boolean all) {
        return Arrays.stream(Role.values())
                .filter(Role::isDelegable)
                .filter(role -> all || me.duties().contains(role))
                .toList();
    }

    private List<StaffView> people() {
        return accounts.staff(PageRequest.first(SUGGESTED)).items().stream()
                .filter(StaffView::enabled)
                .toList();
    }
}
