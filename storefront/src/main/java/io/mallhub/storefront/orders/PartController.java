package io.mallhub.storefront.orders;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.PartDialog;
import io.mallhub.webkit.PartForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cancels a part of an order of the buyer's company; shows what follows before it is asked for. */
@Controller
@RequestMapping("/orders/{number}/part")
class PartController {
    private static final String PAGE = "storefront/order-part";

    private final Orders orders;
    private final PartDialog dialog;

    PartController(Orders orders, PartDialog dialog) {
        this.orders = orders;
        this.dialog = dialog;
    }

    @GetMapping
    String form(BuyerView buyer, @PathVariable String number, Model model) {
        dialog.open(find(buyer, number, model), model);
        return PAGE;
    }

    @PostMapping
    String ask(
            BuyerView buyer,
            @PathVariable String number,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        OrderView order = find(buyer, number, model);
        if (!dialog.answer(order, PartForm.typed(fields), buyer.actor(), model)) {
            return PAGE;
        }
        Notice.done(redirect, "part.requested", number);
        return "redirect:/orders/" + number;
    }

    @PostMapping("/{part}/withdraw")
    String withdraw(
            BuyerView buyer,
            @PathVariable String number,
            @PathVariable long part,
            RedirectAttributes redirect) {
        if (orders.orderOf(buyer.company(), number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!dialog.withdraw(number, part, buyer.actor(), redirect)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/orders/" + number;
    }

    private OrderView find(BuyerView buyer, String number, Model model) {
        model.addAttribute("mayOrder", buyer.rights().contains(BuyerRight.ORDER));
        return orders.orderOf(buyer.company(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
