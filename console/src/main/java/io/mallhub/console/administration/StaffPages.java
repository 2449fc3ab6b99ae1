package io.mallhub.console.administration;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.TeamRole;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

@Controller
@RequestMapping("/console/staff")
class StaffPages {
    private static final String BACK = "redirect:/console/staff";
    private static final int SHORTEST = 10;
    private final Accounts accounts;
    private final Spreadsheets sheets;
    private final Words words;

    StaffPages(Accounts accounts, Spreadsheets sheets, Words words) {
        this.accounts = accounts;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(ListRequest list, Model model) {
        model.addAttribute("staff", accounts.staff(list.page()));
        model.addAttribute("roles", Role.values());
        return "console/administration/staff";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<StaffView>of("staff")
                .column("console.staff.name", StaffView::name)
                .column("console.staff.login", StaffView::login)
                .column("console.staff.phone", StaffView::phone)
                .column("console.staff.roles", this::roles)
                .column("console.list.state", this::state)
                .file(list.rows(accounts::staff));
    }

    private String roles(StaffView staff) {
        return Stream.concat(
                        staff.roles().stream().sorted().map(words::of),
                        staff.teamRoles().stream().map(TeamRole::name).sorted())
                .collect(Collectors.joining(", "));
    }

    private String state(StaffView staff) {
        return words.code(staff.enabled() ? "console.staff.enabled" : "console.staff.disabled");
    }

    @PostMapping
    String create(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (password.length() < SHORTEST) {
            Notice.refused(redirect, "console.notice.password-short", login);
            return BACK;
        }
        try {
            accounts.createStaff(
                    new Accounts.CreateStaff(
                            login.strip(), name.strip(), password, roles, me.actor()));
            Notice.done(redirect, "console.notice.staff-created", login);
        } catch (Accounts.LoginTaken taken) {
            Notice.refused(redirect, "console.notice.login-taken", login);
        }
        return BACK;
    }

    @PostMapping("/{login}/roles")
    String roles(
            @PathVariable String login,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (login.equalsIgnoreCase(me.login())) {
            Notice.refused(redirect, "console.notice.not-yourself", login);
        } else {
            accounts.changeRoles(found(login).id(), roles, me.actor());
            Notice.done(redirect, "console.notice.roles-changed", login);
        }
        return BACK;
    }

    @PostMapping("/{login}/phone")
    String phone(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String phone,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                accounts.setPhone(found(login).id(), phone, me.actor()),
                "console.notice.phone-set",
                login);
        return BACK;
    }

    @PostMapping("/{login}/enabled")
    String enabled(
            @PathVariable String login,
            @RequestParam boolean enabled,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (login.equals(me.login())) {
            Notice.refused(redirect, "console.notice.not-yourself", login);
        } else {
            accounts.setEnabled(found(login).id(), enabled, me.actor());
            Notice.done(
                    redirect,
                    enabled ? "console.notice.staff-enabled" : "console.notice.staff-disabled",
                    login);
        }
        return BACK;
    }

    @PostMapping("/{login}/password")
    String password(
            @PathVariable String login,
            @RequestParam String password,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (password.length() < SHORTEST) {
            Notice.refused(redirect, "console.notice.password-short", login);
        } else {
            accounts.changePassword(found(login).id(), password, me.actor());
            Notice.done(redirect, "console.notice.password-changed", login);
        }
        return BACK;
    }

    private StaffView found(String login) {
        return accounts.staff(login).orElseThrow(() -> new Missing("staff " + login));
    }
}
