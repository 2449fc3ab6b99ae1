package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The company's orders. Prices, company and buyer are never taken from the request. */
@RestController
@RequestMapping("/api/orders")
class OrdersApi {
    private static final int LONGEST_KEY = 100;

    private final Orders orders;
    private final Products products;

    OrdersApi(Orders orders, Products products) {
        this.orders = orders;
        this.products = products;
    }

    @GetMapping
    Page<OrderRow> page(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return orders.page(Orders.OrderQuery.of(buyer.company()), PageRequest.of(page, size));
    }

    @GetMapping("/{number}")
    OrderView order(BuyerView buyer, @PathVariable String number) {
        return orders.orderOf(buyer.company(), number)
                .orElseThrow(() -> Problem.notFound("order.unknown", number));
    }

    @PostMapping
    ResponseEntity<Placed> place(
            BuyerView buyer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrder order) {
        SubmitOrder command =
                new SubmitOrder(
                        buyer.company(),
                        checked(key),
                        lines(order),
                        order.noteOrEmpty(),
                        buyer.actor());
        return switch (orders.submit(command)) {
            case SubmitOutcome.Submitted placed -> answer(placed);
            case SubmitOutcome.Refused refused ->
                    throw Problem.refused(
                            "order.refused",
                            "No line was ordered. Correct or remove the named lines and send the order again.",
                            refused.problems().stream()
                                    .map(problem -> named(problem, order))
                                    .toList());
            case SubmitOutcome.KeyReusedForOtherContent _ ->
                    throw Problem.refused(
                            "idempotency-key.reused",
                            "This Idempotency-Key belongs to an order with other content. Use a new key for a new order.",
                            List.of());
        };
    }

    @PostMapping("/{number}/cancel")
    ResponseEntity<Void> cancel(
            BuyerView buyer, @PathVariable String number, @RequestBody Cancel cancel) {
        order(buyer, number);
        return switch (orders.requestCancel(number, cancel.reasonOrEmpty(), buyer.actor())) {
            case Orders.CancelOutcome.Requested _ -> ResponseEntity.accepted().build();
            case Orders.CancelOutcome.TooLate late ->
                    throw new Problem(
                            HttpStatus.CONFLICT,
                            "order.too-late",
                            "The order is " + late.state() + " and can no longer be cancelled.",
                            List.of());
        };
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest(
                    "idempotency-key.missing",
                    "Send an Idempotency-Key header of 1 to 100 characters: one per intended order, the same one when"
                            + " you repeat it.");
        }
        return key.strip();
    }

    /**
     * Every line is looked at before anything is refused, so that the caller learns all at once.
     */
    private List<SubmitOrder.Line> lines(NewOrder order) {
        List<Problem.Line> problems = new ArrayList<>();
        List<SubmitOrder.Line> lines = new ArrayList<>();
        for (NewLine line : order.linesOrEmpty()) {
            int number = lines.size() + problems.size() + 1;
            Optional<ProductView> product =
                    Optional.ofNullable(line.product()).flatMap(products::byCode);
            if (product.isEmpty()) {
                problems.add(
                        new Problem.Line(
                                number,
                                line.productOrEmpty(),
                                "product.unknown",
                                "No such product"));
            } else if (line.quantity() == null
                    || line.quantity().stripTrailingZeros().scale() > 3) {
                problems.add(
                        new Problem.Line(
                                number,
                                line.productOrEmpty(),
                                "quantity.not-a-quantity",
                                "A quantity has at most 3 decimals"));
            } else {
                lines.add(new SubmitOrder.Line(product.get().id(), new Quantity(line.quantity())));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.refused(
                    "order.refused",
                    "No line was ordered. Correct the named lines and send the order again.",
                    problems);
        }
        return lines;
    }

    private static Problem.Line named(SubmitOutcome.LineProblem problem, NewOrder order) {
        int line = problem.line();
        String product = line < 0 ? "" : order.linesOrEmpty().get(line).productOrEmpty();
        return new Problem.Line(line + 1, product, problem.problem(), problem.detail());
    }

    private static ResponseEntity<Placed> answer(SubmitOutcome.Submitted placed) {
        Placed body = new Placed(placed.orderNumber());
        URI place = URI.create("/api/orders/" + placed.orderNumber());
        return placed.repeated()
                ? ResponseEntity.ok().location(place).body(body)
                : ResponseEntity.created(place).body(body);
    }

    record Placed(String number) {}

    record NewOrder(@Nullable List<NewLine> lines, @Nullable String note) {
        List<NewLine> linesOrEmpty() {
            return lines == null ? List.of() : lines;
        }

        String noteOrEmpty() {
            return note == null ? "" : note;
        }
    }

    record NewLine(@Nullable String product, @Nullable BigDecimal quantity) {
        String productOrEmpty() {
            return product == null ? "" : product;
        }
    }

    record Cancel(@Nullable String reason) {
        String reasonOrEmpty() {
            return reason == null ? "" : reason;
        }
    }
}
