package io.mallhub.console.openness;

import io.mallhub.identity.StaffView;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.ChangeOutcome;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What guests see and who may register, with every version of it. */
@Controller
@RequestMapping("/console/openness")
class OpennessPages {
    private final Openness openness;

    OpennessPages(Openness openness) {
        this.openness = openness;
    }

    @GetMapping
    String doors(ListRequest list, Model model) {
        model.addAttribute("doors", openness.doors());
        model.addAttribute("history", openness.history(list.page()));
        model.addAttribute("guests", GuestAccess.values());
        model.addAttribute("registrations", RegistrationAccess.values());
        return "console/openness/doors";
    }

    /**
     * @param version that the page showed
     */
    @PostMapping
    String change(
            @RequestParam long version,
            @RequestParam GuestAccess guests,
            @RequestParam RegistrationAccess registration,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ChangeOutcome outcome =
                openness.change(
                        new ChangeDoors(
                                new Doors(version, guests, registration), reason, me.actor()));
        Notice.tell(
                redirect,
                outcome instanceof ChangeOutcome.Refused refused
                        ? Optional.of(refused.why())
                        : Optional.empty(),
                "console.notice.openness-changed",
                "");
        return "redirect:/console/openness";
    }
}
