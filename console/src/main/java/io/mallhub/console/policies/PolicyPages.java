package io.mallhub.console.policies;

import io.mallhub.identity.StaffView;
import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.GiftPolicies.Exempted;
import io.mallhub.promotion.GiftPolicies.PolicyView;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The gift policy in force, the change that waits, every version, and all exemptions from it. */
@Controller
@RequestMapping("/console/policies")
class PolicyPages {
    static final String TYPED = "typed";

    private final GiftPolicies policies;
    private final Spreadsheets sheets;

    PolicyPages(GiftPolicies policies, Spreadsheets sheets) {
        this.policies = policies;
        this.sheets = sheets;
    }

    @GetMapping
    String policy(@AuthenticationPrincipal StaffView me, ListRequest list, Model model) {
        PolicyView waiting = policies.waiting().orElse(null);
        model.addAttribute("now", policies.inForce());
        model.addAttribute("locked", GiftTerms.LOCKED);
        model.addAttribute("waiting", waiting);
        if (waiting != null) {
            GiftTerms terms = waiting.terms();
            model.addAttribute(
                    "effects", Effects.of(policies.preview(terms.never(), terms.leastPercent())));
            model.addAttribute("mine", waiting.isProposedBy(me.actor()));
        }
        model.addAttribute("history", policies.history(list.page()));
        return "console/policies/policy";
    }

    /** What a change would do is seen before it is proposed. */
    @GetMapping("/propose")
    String propose(PolicyForm asked, Model model) {
        GiftTerms now = policies.inForce().terms();
        PolicyForm form =
                model.getAttribute(TYPED) instanceof PolicyForm typed
                        ? typed
                        : asked.isTyped() ? asked : PolicyForm.of(now);
        model.addAttribute("form", form);
        model.addAttribute("seen", now.version());
        model.addAttribute("categories", RegulatoryCategory.values());
        boolean changes =
                form.isPossible()
                        && !new GiftTerms(1, form.categories(), form.percent()).saysTheSame(now);
        model.addAttribute(
                "effects",
                changes ? Effects.of(policies.preview(form.categories(), form.percent())) : null);
        model.addAttribute("unchanged", asked.isTyped() && form.isPossible() && !changes);
        model.addAttribute("impossible", form.isTyped() && !form.isPossible());
        return "console/policies/propose";
    }

    @GetMapping("/exemptions")
    String exemptions(ListRequest list, Model model) {
        model.addAttribute("exempted", policies.exempted(list.page()));
        return "console/policies/exemptions";
    }

    @GetMapping("/exemptions/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<Exempted>of("exemptions")
                .column("console.policy.rule", Exempted::code)
                .column("console.policy.version", Exempted::version)
                .column("console.promotion.name", Exempted::name)
                .column("console.policy.asked-by", Exempted::askedBy)
                .column("console.policy.asked", Exempted::asked)
                .column("console.policy.allowed-by", Exempted::allowedBy)
                .column("console.policy.allowed", Exempted::reason)
                .column("console.policy.at", Exempted::at)
                .column("console.policy.until", Exempted::until)
                .file(list.rows(policies::exempted));
    }
}
