package io.mallhub.storefront.orders;

import io.mallhub.identity.BuyerView;
import io.mallhub.order.OfflineOrders;
import io.mallhub.webkit.ListRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the buyer's company ordered elsewhere: by telephone, over the counter. Only to be read. */
@Controller
@RequestMapping("/orders/elsewhere")
class ElsewhereController {
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final OfflineOrders orders;

    ElsewhereController(OfflineOrders orders) {
        this.orders = orders;
    }

    @GetMapping
    String list(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String q,
            ListRequest list,
            Model model) {
        model.addAttribute("page", orders.page(buyer.company(), q.strip(), list.page()));
        model.addAttribute("q", q);
        return "storefront/orders-elsewhere";
    }

    @GetMapping("/{elsewhere}")
    String order(BuyerView buyer, @PathVariable String elsewhere, Model model) {
        model.addAttribute(
                "order",
                Optional.of(elsewhere)
                        .filter(id -> ID.matcher(id).matches())
                        .flatMap(id -> orders.find(buyer.company(), Long.parseLong(id)))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "storefront/order-elsewhere";
    }
}
