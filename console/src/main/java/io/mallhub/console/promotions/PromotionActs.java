package io.mallhub.console.promotions;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutOutcome;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.StepOutcome;
import io.mallhub.promotion.Promotions.StopOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What marketing, and compliance, do about promotion rules. */
@Controller
@RequestMapping("/console/promotions")
class PromotionActs {
    private static final String RULE = "redirect:/console/promotions/{code}";

    private final Promotions promotions;
    private final Products products;

    PromotionActs(Promotions promotions, Products products) {
        this.promotions = promotions;
        this.products = products;
    }

    /** What was refused comes back filled in, each fault beside its field. */
    @PostMapping
    String put(RuleForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        RuleReading reading =
                new RuleReading(form, code -> products.byCode(code).map(ProductView::id));
        Optional<PutRule> command = reading.command(me.actor());
        if (command.isPresent()) {
            switch (promotions.put(command.get())) {
                case PutOutcome.Put put -> {
                    boolean waits =
                            promotions
                                    .find(put.rule().code())
                                    .filter(RuleView::isDrafted)
                                    .isPresent();
                    Notice.done(
                            redirect,
                            "console.notice.promotion-" + (waits ? "draft" : "put"),
                            put.rule().name());
                    redirect.addAttribute("code", put.rule().code());
                    return RULE;
                }
                case PutOutcome.Refused refused ->
                        Notice.refused(redirect, refused.key(), refused.detail());
            }
        } else {
            Notice.refused(redirect, "console.notice.promotion-wrong", "");
            redirect.addFlashAttribute(PromotionPages.WRONG, reading.wrong());
        }
        redirect.addFlashAttribute(PromotionPages.TYPED, form);
        if (form.isNew()) {
            return "redirect:/console/promotions/new";
        }
        redirect.addAttribute("code", form.code());
        return RULE + "/edit";
    }

    @PostMapping("/{code}/steps/{step}")
    String step(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Actor by = me.actor();
        StepOutcome outcome =
                switch (step) {
                    case "publish" -> promotions.publish(code, version, reason, by);
                    case "discard" -> promotions.discard(code, version, reason, by);
                    case "pause" -> promotions.pause(code, reason, by);
                    case "end" -> ended(code, reason, by);
                    default -> throw new Missing("step " + step);
                };
        return told(outcome, step, code, redirect);
    }

    private StepOutcome ended(String code, String reason, Actor by) {
        return promotions.stop(code, reason, by) instanceof StopOutcome.Refused refused
                ? new StepOutcome.Refused(refused.key(), "")
                : new StepOutcome.Done();
    }

    @PostMapping("/{code}/exempt")
    String exempt(
            @PathVariable String code,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return told(promotions.exempt(code, version, reason, me.actor()), "exempt", code, redirect);
    }

    private static String told(
            StepOutcome outcome, String step, String code, RedirectAttributes redirect) {
        switch (outcome) {
            case StepOutcome.Done _ ->
                    Notice.done(redirect, "console.notice.promotion-" + step, code);
            case StepOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return RULE;
    }
}
