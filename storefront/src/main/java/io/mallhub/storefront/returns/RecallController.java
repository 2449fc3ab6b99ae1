package io.mallhub.storefront.returns;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.Recalls;
import io.mallhub.webkit.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A recall as the buyer reads it: what the company got of the batch, the confirmation that the
 * notice was read, and the way to send the goods back.
 */
@Controller
@RequestMapping("/recalls/{recall}")
class RecallController {
    private final Recalls recalls;

    RecallController(Recalls recalls) {
        this.recalls = recalls;
    }

    @GetMapping
    String page(BuyerView buyer, @PathVariable String recall, Model model) {
        RecallView view = find(buyer, recall);
        RecallView.Buyer own = view.buyers().getFirst();
        model.addAttribute("view", view);
        model.addAttribute("own", own);
        model.addAttribute(
                "orders",
                own.deliveries().stream().map(it -> it.orderNumber()).distinct().toList());
        model.addAttribute("mayOrder", buyer.rights().contains(BuyerRight.ORDER));
        return "storefront/recall";
    }

    @PostMapping("/confirm")
    String confirm(BuyerView buyer, @PathVariable String recall, RedirectAttributes redirect) {
        find(buyer, recall);
        recalls.confirm(buyer.company(), recall, buyer.actor());
        Notice.done(redirect, "recalls.confirmed", recall);
        return "redirect:/recalls/{recall}";
    }

    private RecallView find(BuyerView buyer, String number) {
        return recalls.findOf(buyer.company(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
