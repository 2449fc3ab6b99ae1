package io.mallhub.console.policies;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.GiftPolicies.DecideOutcome;
import io.mallhub.promotion.GiftPolicies.ProposeOutcome;
import io.mallhub.webkit.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What compliance does about its policy: one proposes, another one decides. */
@Controller
@RequestMapping("/console/policies/proposals")
class PolicyActs {
    private static final String POLICY = "redirect:/console/policies";

    private final GiftPolicies policies;

    PolicyActs(GiftPolicies policies) {
        this.policies = policies;
    }

    /** What was refused comes back filled in. */
    @PostMapping
    String propose(
            PolicyForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        switch (policies.propose(form.command(me))) {
            case ProposeOutcome.Proposed proposed -> {
                Notice.done(redirect, "console.notice.policy-proposed", proposed.number());
                return POLICY;
            }
            case ProposeOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        redirect.addFlashAttribute(PolicyPages.TYPED, form);
        return POLICY + "/propose";
    }

    @PostMapping("/{number}/decision")
    String decide(
            @PathVariable String number,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return switch (decision) {
            case "agree" ->
                    told(policies.agree(number, reason, me.actor()), "agreed", number, redirect);
            case "refuse" ->
                    told(policies.refuse(number, reason, me.actor()), "refused", number, redirect);
            default -> throw new Missing("decision " + decision);
        };
    }

    @PostMapping("/{number}/withdraw")
    String withdraw(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return told(policies.withdraw(number, me.actor()), "withdrawn", number, redirect);
    }

    private static String told(
            DecideOutcome outcome, String what, String number, RedirectAttributes redirect) {
        switch (outcome) {
            case DecideOutcome.Done _ ->
                    Notice.done(redirect, "console.notice.policy-" + what, number);
            case DecideOutcome.Refused refused -> Notice.refused(redirect, refused.key(), "");
        }
        return POLICY;
    }
}
