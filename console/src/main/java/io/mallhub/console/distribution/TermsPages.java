package io.mallhub.console.distribution;

import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.ChangeOutcome;
import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.identity.StaffView;
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

/** The switch of distribution and the days of a click, with every version of both. */
@Controller
@RequestMapping("/console/distribution/terms")
class TermsPages {
    private final Distribution distribution;

    TermsPages(Distribution distribution) {
        this.distribution = distribution;
    }

    @GetMapping
    String terms(ListRequest list, Model model) {
        model.addAttribute("terms", distribution.terms());
        model.addAttribute("most", Distribution.MOST_DAYS);
        model.addAttribute("history", distribution.history(list.page()));
        return "console/distribution/terms";
    }

    /**
     * @param version that the page showed
     */
    @PostMapping
    String change(
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam int days,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ChangeOutcome outcome =
                distribution.change(
                        new ChangeTerms(new Terms(version, enabled, days), reason, me.actor()));
        Notice.tell(
                redirect,
                outcome instanceof ChangeOutcome.Refused refused
                        ? Optional.of(refused.why())
                        : Optional.empty(),
                "console.notice.distribution-changed",
                "");
        return "redirect:/console/distribution/terms";
    }
}
