package io.mallhub.console.recalls;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.StaffView;
import io.mallhub.recall.OpenRecall;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.Recalls;
import io.mallhub.recall.Recalls.ActOutcome;
import io.mallhub.recall.Recalls.OpenOutcome;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What quality does about a recall. */
@Controller
@RequestMapping("/console/recalls")
class RecallActs {
    private static final String BACK = "redirect:/console/recalls/{number}";

    private final Recalls recalls;
    private final Products products;

    RecallActs(Recalls recalls, Products products) {
        this.recalls = recalls;
        this.products = products;
    }

    /** What was refused comes back filled in. */
    @PostMapping
    String open(
            RecallForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        OpenOutcome outcome = open(form, me);
        if (outcome instanceof OpenOutcome.Opened opened) {
            Notice.done(redirect, "console.notice.recall-opened", opened.number());
            return "redirect:/console/recalls/" + opened.number();
        }
        if (outcome instanceof OpenOutcome.Refused refused) {
            Notice.refused(redirect, refused.problem(), refused.detail());
        }
        redirect.addFlashAttribute(RecallPages.TYPED, form);
        return "redirect:/console/recalls";
    }

    private OpenOutcome open(RecallForm form, StaffView me) {
        RecallClass recallClass = form.recallClass();
        if (recallClass == null) {
            return new OpenOutcome.Refused("console.recall.class-missing", "");
        }
        Optional<ProductView> product = products.byCode(form.code());
        return product.isEmpty()
                ? new OpenOutcome.Refused("recall.unknown-product", form.code())
                : recalls.open(
                        new OpenRecall(
                                product.get().id(),
                                form.batchNumber(),
                                recallClass,
                                form.why(),
                                me.actor(),
                                form.isNevertheless()));
    }

    @PostMapping("/{number}/remind")
    String remind(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        int told = recalls.remind(number, me.actor());
        Notice.done(redirect, "console.notice.recall-reminded", String.valueOf(told));
        return BACK;
    }

    @PostMapping("/{number}/close")
    String close(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(recalls.close(number, reason, me.actor())),
                "console.notice.recall-closed",
                number);
        return BACK;
    }

    @PostMapping("/{number}/unlock")
    String unlock(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(recalls.unlock(number, reason, me.actor())),
                "console.notice.batch-unlocked",
                number);
        return BACK;
    }

    private static Optional<String> refusal(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Done _ -> Optional.empty();
            case ActOutcome.Refused refused -> Optional.of(refused.why());
        };
    }
}
