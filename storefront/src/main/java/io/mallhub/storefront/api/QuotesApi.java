package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.Carts.CartLine;
import io.mallhub.order.Carts.CartView;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.SubmitOrder;
import io.mallhub.promotion.Channel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an order would cost, with promotions and gifts; keeps nothing. */
@RestController
@RequestMapping("/api/quotes")
class QuotesApi {

    private final Carts carts;
    private final PaymentMethods methods;
    private final NewOrderReader reader;
    private final ProblemDocuments documents;

    QuotesApi(
            Carts carts,
            PaymentMethods methods,
            NewOrderReader reader,
            ProblemDocuments documents) {
        this.carts = carts;
        this.methods = methods;
        this.reader = reader;
        this.documents = documents;
    }

    @PostMapping
    QuoteJson quote(BuyerView buyer, @RequestBody NewOrderJson order) {
        List<SubmitOrder.Line> lines = reader.lines(order);
        if (lines.isEmpty()) {
            throw refused("order.no-lines", "");
        }
        if (lines.size() > SubmitOrder.MOST_LINES) {
            throw refused("order.too-many-lines", lines.size() + " > " + SubmitOrder.MOST_LINES);
        }
        if (order.couponsOrEmpty().size() > SubmitOrder.MOST_COUPONS) {
            throw refused(
                    "order.too-many-coupons",
                    order.couponsOrEmpty().size() + " > " + SubmitOrder.MOST_COUPONS);
        }
        CartView cart =
                carts.quote(
                        buyer.company(),
                        lines,
                        Channel.API,
                        order.paymentOrCredit(),
                        order.couponsOrEmpty(),
                        order.pointsOrNone());
        return QuoteJson.of(
                cart, methods.allowed(buyer.company()), documents.lines(problems(cart)));
    }

    private static List<Problem.Line> problems(CartView cart) {
        List<Problem.Line> problems = new ArrayList<>();
        for (int line = 0; line < cart.lines().size(); line++) {
            CartLine it = cart.lines().get(line);
            for (String problem : it.problems()) {
                problems.add(new Problem.Line(line + 1, it.code(), problem, ""));
            }
        }
        cart.useless()
                .forEach(it -> problems.add(new Problem.Line(0, "", it.problem(), it.detail())));
        return problems;
    }

    private static Problem refused(String code, String detail) {
        return Problem.refused("order.refused", List.of(new Problem.Line(0, "", code, detail)));
    }
}
