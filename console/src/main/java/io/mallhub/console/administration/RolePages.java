package io.mallhub.console.administration;

import io.mallhub.console.access.ConsoleAct;
import io.mallhub.console.access.ConsoleArea;
import io.mallhub.console.access.ConsolePage;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.DeclaredPermissions;
import io.mallhub.identity.Permission;
import io.mallhub.identity.Permission.Reach;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.TeamRoleView;
import io.mallhub.identity.TeamRoles;
import io.mallhub.identity.TeamRoles.ChangeTeamRole;
import io.mallhub.identity.TeamRoles.MakeTeamRole;
import io.mallhub.identity.TeamRoles.Outcome;
import io.mallhub.identity.TeamRoles.RetireTeamRole;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which role opens what; the house makes roles of its own. */
@Controller
@RequestMapping("/console/roles")
class RolePages {
    private static final String BACK = "redirect:/console/roles";

    /** People in a preview; more are counted. */
    private static final int SHOWN = 100;

    private final TeamRoles teamRoles;
    private final PermissionNames names;
    private final Spreadsheets sheets;
    private final Words words;
    private final Set<String> keys;
    private final Set<String> everybodys;

    RolePages(
            TeamRoles teamRoles,
            DeclaredPermissions declared,
            PermissionNames names,
            Spreadsheets sheets,
            Words words) {
        this.teamRoles = teamRoles;
        this.names = names;
        this.sheets = sheets;
        this.words = words;
        this.keys = codes(declared, Reach.KEYS);
        this.everybodys = codes(declared, Reach.EVERYBODY);
    }

    private static Set<String> codes(DeclaredPermissions declared, Reach reach) {
        return declared.permissions().stream()
                .filter(one -> one.reach() == reach)
                .map(Permission::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    @ModelAttribute
    void words(Model model) {
        model.addAttribute("names", names);
        model.addAttribute("areas", ConsoleArea.values());
        model.addAttribute("keys", keys);
        model.addAttribute("everybodys", everybodys);
        model.addAttribute(
                "duties", Arrays.stream(Role.values()).filter(Role::isDelegable).toList());
    }

    @GetMapping
    String list(ListRequest list, Model model) {
        model.addAttribute("roles", teamRoles.all());
        return "console/administration/roles";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        return sheets.<TeamRoleView>of("roles")
                .column("console.role.name", this::name)
                .column("console.role.duties", this::duties)
                .column("console.role.members", TeamRoleView::members)
                .column("console.role.version", TeamRoleView::version)
                .column(
                        "console.role.permissions",
                        role -> String.join("; ", names.of(role.permissions())))
                .file(Rows.of(teamRoles.all()));
    }

    private String name(TeamRoleView role) {
        return words.codeOr("Role." + role.code(), role.name());
    }

    private String duties(TeamRoleView role) {
        return role.duties().stream().sorted().map(words::of).collect(Collectors.joining(", "));
    }

    @GetMapping("/matrix")
    String matrix(Model model) {
        model.addAttribute(
                "roles", teamRoles.all().stream().filter(role -> !role.isRetired()).toList());
        return "console/administration/role-matrix";
    }

    @GetMapping("/{code}")
    String role(@PathVariable String code, ListRequest list, Model model) {
        TeamRoleView role = found(code);
        model.addAttribute("role", role);
        model.addAttribute("members", teamRoles.members(code, list.page()));
        return "console/administration/role";
    }

    @GetMapping("/{code}/history")
    String history(@PathVariable String code, ListRequest list, Model model) {
        model.addAttribute("role", found(code));
        model.addAttribute("history", teamRoles.history(code, list.page()));
        return "console/administration/role-history";
    }

    /**
     * @param copy code of the role whose permissions it begins with; null for none
     */
    @PostMapping
    String make(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(required = false) @Nullable String copy,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Set<String> permissions = new HashSet<>();
        Set<Role> duties = new HashSet<>();
        if (copy != null && !copy.isBlank()) {
            TeamRoleView model = found(copy);
            permissions.addAll(model.permissions());
            permissions.removeAll(keys);
            model.duties().stream().filter(Role::isDelegable).forEach(duties::add);
        }
        Outcome outcome =
                teamRoles.make(
                        new MakeTeamRole(name, purpose, permissions, duties, reason, me.actor()));
        return switch (outcome) {
            case Outcome.Done done -> {
                Notice.done(redirect, "console.notice.team-role-made", name);
                yield BACK + "/" + done.code();
            }
            case Outcome.Refused refused -> {
                Notice.refused(redirect, refused.why(), name);
                yield BACK;
            }
        };
    }

    /** What would come of it, before it is saved; changes nothing. */
    @PostMapping("/{code}/preview")
    String preview(
            @PathVariable String code,
            Form form,
            @AuthenticationPrincipal StaffView me,
            Model model) {
        TeamRoleView role = found(code);
        ChangeTeamRole command = form.command(role, whole(code, form), me);
        var preview = teamRoles.preview(command);
        model.addAttribute("role", role);
        model.addAttribute("command", command);
        model.addAttribute("preview", preview);
        model.addAttribute("people", preview.people().stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, preview.people().size() - SHOWN));
        return "console/administration/role-preview";
    }

    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            Form form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Outcome outcome = teamRoles.change(form.command(found(code), whole(code, form), me));
        return told(outcome, "console.notice.team-role-changed", code, redirect);
    }

    @PostMapping("/{code}/retire")
    String retire(
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Outcome outcome = teamRoles.retire(new RetireTeamRole(code, version, reason, me.actor()));
        return told(outcome, "console.notice.team-role-retired", code, redirect);
    }

    private static String told(
            Outcome outcome, String done, String code, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.Done _ -> Notice.done(redirect, done, "");
            case Outcome.Refused refused -> Notice.refused(redirect, refused.why(), "");
        }
        return BACK + "/" + code;
    }

    /** An act without its page would be out of reach; the keys are not on the form. */
    private Set<String> whole(String code, Form form) {
        Set<String> all = new HashSet<>(form.permissionsOrNone());
        Arrays.stream(ConsoleAct.values())
                .filter(act -> all.contains(act.permission()))
                .map(ConsoleAct::page)
                .map(ConsolePage::permission)
                .filter(page -> !everybodys.contains(page))
                .collect(Collectors.toSet())
                .forEach(all::add);
        if (code.equals(Role.ADMIN.name())) {
            all.addAll(keys);
        }
        return all;
    }

    private TeamRoleView found(String code) {
        return teamRoles.role(code).orElseThrow(() -> new Missing("role " + code));
    }

    record Form(
            long version,
            @Nullable String name,
            @Nullable String purpose,
            @Nullable List<String> permissions,
            @Nullable List<Role> duties,
            @Nullable String reason) {
        List<String> permissionsOrNone() {
            return permissions == null ? List.of() : permissions;
        }

        ChangeTeamRole command(TeamRoleView role, Set<String> whole, StaffView me) {
            return new ChangeTeamRole(
                    role.code(),
                    version,
                    name == null ? role.name() : name,
                    purpose == null ? role.purpose() : purpose,
                    whole,
                    duties == null ? Set.of() : Set.copyOf(duties),
                    reason == null ? "" : reason,
                    me.actor());
        }
    }
}
