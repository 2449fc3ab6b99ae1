package io.mallhub.storefront.shop;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.flash.FlashSales;
import io.mallhub.identity.BuyerView;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart, and ordering what is in it. */
@Controller
@RequestMapping("/cart")
class CartController {
    private final Carts carts;
    private final Orders orders;
    private final Products products;
    private final Receivables receivables;
    private final PrepaidAccounts prepaid;
    private final PaymentMethods methods;
    private final FlashSales sales;

    CartController(
            Carts carts,
            Orders orders,
            Products products,
            Receivables receivables,
            PrepaidAccounts prepaid,
            PaymentMethods methods,
            FlashSales sales) {
        this.carts = carts;
        this.orders = orders;
        this.products = products;
        this.receivables = receivables;
        this.prepaid = prepaid;
        this.methods = methods;
        this.sales = sales;
    }

    @GetMapping
    String cart(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String payment,
            @RequestParam(defaultValue = "") List<String> coupon,
            @RequestParam(defaultValue = "") String points,
            Model model) {
        Set<PaymentMethod> allowed = methods.allowed(buyer.company());
        PaymentMethod method =
                PaymentMethod.of(payment)
                        .filter(allowed::contains)
                        .orElse(allowed.stream().findFirst().orElse(PaymentMethod.CREDIT));
        Carts.CartView cart =
                carts.cart(
                        buyer.id(), buyer.company(), Channel.WEB, method, coupon, points(points));
        model.addAttribute("cart", cart);
        model.addAttribute(
                "sales",
                sales.offers(
                        buyer.company(),
                        cart.lines().stream().map(Carts.CartLine::product).toList()));
        model.addAttribute("wanted", points(points));
        model.addAttribute("payment", method);
        model.addAttribute("chosen", Set.copyOf(coupon));
        model.addAttribute("credit", receivables.position(buyer.company()));
        model.addAttribute("prepaid", prepaid.balance(buyer.company()).available());
        model.addAttribute("methods", allowed);
        // One key per shown cart: a second click, or a reload after a lost answer, is the same
        // order.
        model.addAttribute("key", UUID.randomUUID().toString());
        return "storefront/cart";
    }

    /** None where nothing was typed; what is no number is more than anybody has, and refused. */
    private static long points(String typed) {
        String bare = typed.strip();
        return bare.isEmpty() ? 0 : bare.matches("[0-9]{1,15}") ? Long.parseLong(bare) : -1;
    }

    @PostMapping
    String put(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "/cart") String back,
            RedirectAttributes redirect) {
        ProductView wanted = products.byCode(product).orElse(null);
        Quantity amount = Quantity.typed(quantity).orElse(null);
        if (wanted == null) {
            Notice.refused(redirect, "product.unknown", product);
        } else if (amount == null) {
            Notice.refused(redirect, "quantity.not-a-quantity", quantity);
        } else {
            switch (carts.put(buyer.id(), buyer.company(), wanted.id(), amount)) {
                case Carts.CartOutcome.Kept _ ->
                        Notice.done(
                                redirect,
                                amount.isZero() ? "cart.removed" : "cart.kept",
                                wanted.name());
                case Carts.CartOutcome.Refused refused ->
                        Notice.refused(redirect, refused.problem(), refused.detail());
            }
        }
        return "redirect:" + page(back);
    }

    /** Only a page of this shop, taken as it stands: nothing in it is a variable to fill in. */
    private static String page(String back) {
        boolean ours = back.startsWith("/products") && !back.contains("{");
        return ours ? back : "/cart";
    }

    @PostMapping("/remove")
    String remove(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String product,
            RedirectAttributes redirect) {
        return put(buyer, product, "0", "/cart", redirect);
    }

    @PostMapping("/order")
    String order(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "CREDIT") String payment,
            @RequestParam(defaultValue = "") List<String> coupon,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(required = false) @Nullable String seen,
            RedirectAttributes redirect) {
        Optional<PaymentMethod> method = PaymentMethod.of(payment);
        if (method.isEmpty()) {
            Notice.refused(redirect, "payment.unknown", payment);
            return "redirect:/cart";
        }
        List<SubmitOrder.Line> lines =
                carts.cart(buyer.id(), buyer.company()).lines().stream()
                        .map(line -> new SubmitOrder.Line(line.product(), line.quantity()))
                        .toList();
        return switch (orders.submit(
                new SubmitOrder(
                        buyer.company(),
                        key,
                        lines,
                        note.strip(),
                        method.get(),
                        coupon,
                        points(points),
                        null,
                        seen,
                        buyer.actor()))) {
            case SubmitOutcome.Submitted placed -> {
                carts.clear(buyer.id());
                yield "redirect:/orders/" + placed.orderNumber();
            }
            case SubmitOutcome.Refused refused -> {
                redirect.addFlashAttribute("problems", refused.problems());
                redirect.addAttribute("payment", method.get());
                redirect.addAttribute("coupon", coupon);
                redirect.addAttribute("points", points);
                yield "redirect:/cart";
            }
            case SubmitOutcome.KeyReusedForOtherContent earlier -> {
                // A second click finds the cart empty: the first one has ordered what was in it.
                if (lines.isEmpty()) {
                    yield "redirect:/orders/" + earlier.orderNumber();
                }
                Notice.refused(redirect, "cart.changed-meanwhile", "");
                yield "redirect:/cart";
            }
        };
    }
}
