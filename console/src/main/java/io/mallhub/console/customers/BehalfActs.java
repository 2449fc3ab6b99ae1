package io.mallhub.console.customers;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.StaffView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import io.mallhub.webkit.Notice;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A salesperson fills a cart for one of his companies, and orders what is in it. */
@Controller
@RequestMapping("/console/my-customers/{number}")
class BehalfActs {
    private static final String BACK = "redirect:/console/my-customers/{number}";

    private final Customers customers;
    private final Products products;
    private final Carts carts;
    private final Orders orders;

    BehalfActs(Customers customers, Products products, Carts carts, Orders orders) {
        this.customers = customers;
        this.products = products;
        this.carts = carts;
        this.orders = orders;
    }

    /**
     * @param text of the search that stays as it was
     */
    @PostMapping("/cart")
    String put(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        CustomerView customer = OwnCustomers.own(customers, number, me);
        ProductView wanted = products.byCode(product).orElse(null);
        Quantity amount = Quantity.typed(quantity).orElse(null);
        if (wanted == null) {
            Notice.refused(redirect, "console.notice.product-unknown", product);
        } else if (amount == null) {
            Notice.refused(redirect, "quantity.not-a-quantity", quantity);
        } else {
            UserId cart = Carts.onBehalf(me.id(), customer.id());
            switch (carts.put(cart, customer.id(), wanted.id(), amount)) {
                case Carts.CartOutcome.Kept _ ->
                        Notice.done(redirect, "console.notice.cart-kept", wanted.name());
                case Carts.CartOutcome.Refused refused ->
                        Notice.refused(redirect, refused.problem(), refused.detail());
            }
        }
        if (!text.isEmpty()) {
            redirect.addAttribute("text", text);
        }
        return BACK;
    }

    @PostMapping("/order")
    String order(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String note,
            @RequestParam PaymentMethod payment,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        CustomerView customer = OwnCustomers.own(customers, number, me);
        UserId cart = Carts.onBehalf(me.id(), customer.id());
        List<SubmitOrder.Line> lines =
                carts.cart(cart, customer.id()).lines().stream()
                        .map(line -> new SubmitOrder.Line(line.product(), line.quantity()))
                        .toList();
        switch (orders.submit(
                new SubmitOrder(
                        customer.id(),
                        key,
                        lines,
                        note.strip(),
                        payment,
                        List.of(),
                        0,
                        null,
                        seen,
                        me.actor()))) {
            case SubmitOutcome.Submitted placed -> {
                carts.clear(cart);
                Notice.done(redirect, "console.notice.placed-on-behalf", placed.orderNumber());
            }
            case SubmitOutcome.Refused refused ->
                    redirect.addFlashAttribute("problems", refused.problems());
            case SubmitOutcome.KeyReusedForOtherContent earlier -> {
                // A second click finds the cart empty: the first one has ordered what was in it.
                if (lines.isEmpty()) {
                    Notice.done(redirect, "console.notice.placed-on-behalf", earlier.orderNumber());
                } else {
                    Notice.refused(redirect, "console.notice.out-of-date", "");
                }
            }
        }
        return BACK;
    }
}
