package io.mallhub.console.points;

import io.mallhub.identity.StaffView;
import io.mallhub.points.PointsRules;
import io.mallhub.points.PointsRules.PutOutcome;
import io.mallhub.webkit.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What marketing does about points. */
@Controller
class PointsActs {
    private final PointsRules rules;

    PointsActs(PointsRules rules) {
        this.rules = rules;
    }

    /** What was refused comes back filled in. */
    @PostMapping("/console/points/rules")
    String put(RuleForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        switch (rules.put(form.command(me))) {
            case PutOutcome.Put put ->
                    Notice.done(
                            redirect,
                            "console.notice.points-rule-put",
                            Integer.toString(put.rule().version()));
            case PutOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), "");
                redirect.addFlashAttribute(PointsPages.TYPED, form);
            }
        }
        return "redirect:/console/points/rules";
    }
}
