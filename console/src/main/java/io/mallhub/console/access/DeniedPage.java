package io.mallhub.console.access;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.TeamRoles;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which permission is missing, which roles have it, and who can give one. */
@Controller
class DeniedPage {
    private final Accounts accounts;
    private final TeamRoles teamRoles;

    DeniedPage(Accounts accounts, TeamRoles teamRoles) {
        this.accounts = accounts;
        this.teamRoles = teamRoles;
    }

    @RequestMapping(ConsoleDoor.DENIED)
    String denied(
            @RequestAttribute(name = RequestDispatcher.FORWARD_REQUEST_URI, required = false)
                    @Nullable String wanted,
            HttpServletRequest request,
            Model model) {
        Optional<Missed> missed =
                wanted == null ? Optional.empty() : missed(request.getMethod(), wanted);
        missed.ifPresent(
                it -> {
                    model.addAttribute("missed", it);
                    model.addAttribute(
                            "having",
                            teamRoles.all().stream()
                                    .filter(role -> role.has(it.permission()))
                                    .toList());
                });
        model.addAttribute("admins", accounts.staffWith(Role.ADMIN));
        return "console/access/denied";
    }

    private static Optional<Missed> missed(String method, String path) {
        return method.equals("POST")
                ? ConsoleAct.of(path).map(act -> new Missed(act.permission(), act.key(), true))
                : ConsolePage.of(path)
                        .map(page -> new Missed(page.permission(), page.key(), false));
    }

    /**
     * @param key message key of the name
     */
    record Missed(String permission, String key, boolean act) {}
}
