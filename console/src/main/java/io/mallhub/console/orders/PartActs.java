package io.mallhub.console.orders;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.PartDialog;
import io.mallhub.webkit.PartForm;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk cancels a part of an approved order; sees what follows before it asks for it. */
@Controller
@RequestMapping("/console/orders/{number}/part")
class PartActs {
    private static final String PAGE = "console/orders/part";

    private final Orders orders;
    private final PartDialog dialog;

    PartActs(Orders orders, PartDialog dialog) {
        this.orders = orders;
        this.dialog = dialog;
    }

    @GetMapping
    String form(@PathVariable String number, Model model) {
        dialog.open(found(number), model);
        return PAGE;
    }

    @PostMapping
    String ask(
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> fields,
            @AuthenticationPrincipal StaffView me,
            Model model,
            RedirectAttributes redirect) {
        if (!dialog.answer(found(number), PartForm.typed(fields), me.actor(), model)) {
            return PAGE;
        }
        Notice.done(redirect, "part.requested", number);
        return "redirect:/console/orders/{number}";
    }

    @PostMapping("/{part}/withdraw")
    String withdraw(
            @PathVariable String number,
            @PathVariable long part,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (!dialog.withdraw(number, part, me.actor(), redirect)) {
            throw new Missing("part " + part + " of order " + number);
        }
        return "redirect:/console/orders/{number}";
    }

    private OrderView found(String number) {
        return orders.order(number).orElseThrow(() -> new Missing("order " + number));
    }
}
