package io.mallhub.console.administration;

import io.mallhub.console.access.ConsoleArea;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.HeldPermissions;
import io.mallhub.identity.HeldPermissions.Source;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.TeamRole;
import io.mallhub.identity.TeamRoleView;
import io.mallhub.identity.TeamRoles;
import io.mallhub.identity.TeamRoles.GiveTeamRoles;
import io.mallhub.identity.TeamRoles.Outcome;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All that one member of staff may, and why. */
@Controller
@RequestMapping("/console/staff/{login}")
class PersonPage {
    private final TeamRoles teamRoles;
    private final PermissionNames names;
    private final Words words;

    PersonPage(TeamRoles teamRoles, PermissionNames names, Words words) {
        this.teamRoles = teamRoles;
        this.names = names;
        this.words = words;
    }

    @GetMapping
    String person(@PathVariable String login, Model model) {
        HeldPermissions held =
                teamRoles.heldBy(login).orElseThrow(() -> new Missing("staff " + login));
        model.addAttribute("held", held);
        model.addAttribute(
                "his",
                held.person().teamRoles().stream().map(TeamRole::code).collect(Collectors.toSet()));
        model.addAttribute(
                "roles", teamRoles.all().stream().filter(PersonPage::isGivable).toList());
        model.addAttribute("names", names);
        model.addAttribute("areas", ConsoleArea.values());
        model.addAttribute("why", new Why());
        return "console/administration/person";
    }

    private static boolean isGivable(TeamRoleView role) {
        return !role.builtIn() && !role.isRetired();
    }

    @PostMapping("/team-roles")
    String give(
            @PathVariable String login,
            @RequestParam(defaultValue = "") Set<String> teamRoles,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Outcome outcome =
                this.teamRoles.give(new GiveTeamRoles(login, teamRoles, reason, me.actor()));
        switch (outcome) {
            case Outcome.Done _ -> Notice.done(redirect, "console.notice.roles-changed", login);
            case Outcome.Refused refused -> Notice.refused(redirect, refused.why(), login);
        }
        redirect.addAttribute("login", login);
        return "redirect:/console/staff/{login}";
    }

    /** Sources of a permission in words. */
    public class Why {
        public List<String> of(List<Source> sources) {
            return sources.stream().map(this::text).toList();
        }

        private String text(Source source) {
            return switch (source) {
                case Source.BuiltIn it -> words.of(it.role());
                case Source.House it -> it.name();
                case Source.For it ->
                        words.say(
                                "console.role.by-delegation",
                                List.of(
                                        it.colleague(),
                                        words.of(it.role()),
                                        it.until().toString()));
            };
        }
    }
}
