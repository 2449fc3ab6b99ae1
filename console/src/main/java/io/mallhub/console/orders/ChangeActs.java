package io.mallhub.console.orders;

import io.mallhub.identity.StaffView;
import io.mallhub.order.ChangeOutcome;
import io.mallhub.order.Orders;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk changes an order that waits for approval. What was typed is not lost by a refusal. */
@Controller
@RequestMapping("/console/orders/{number}/change")
class ChangeActs {
    private static final String BACK = "redirect:/console/orders/{number}";
    private final Orders orders;

    ChangeActs(Orders orders) {
        this.orders = orders;
    }

    @PostMapping
    String change(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ChangeForm form = ChangeForm.typed(fields);
        Optional<Integer> unreadable = form.unreadable();
        if (form.reason().isEmpty()) {
            refuse(redirect, form, "console.notice.reason-missing", number);
        } else if (unreadable.isPresent()) {
            refuse(
                    redirect,
                    form,
                    "console.notice.order-change-quantity",
                    String.valueOf(unreadable.get()));
        } else {
            answer(number, form, orders.change(form.command(number, me.actor())), redirect);
        }
        return BACK;
    }

    private static void answer(
            String number, ChangeForm form, ChangeOutcome outcome, RedirectAttributes redirect) {
        switch (outcome) {
            case ChangeOutcome.Changed _ ->
                    Notice.done(redirect, "console.notice.order-change", number);
            case ChangeOutcome.NotPossible it -> refuse(redirect, form, it.why(), number);
            case ChangeOutcome.Refused it -> {
                refuse(redirect, form, "console.notice.order-change-refused", number);
                redirect.addFlashAttribute("changeProblems", it.problems());
            }
        }
    }

    private static void refuse(
            RedirectAttributes redirect, ChangeForm form, String why, String detail) {
        Notice.refused(redirect, why, detail);
        redirect.addFlashAttribute("typed", form);
    }
}
