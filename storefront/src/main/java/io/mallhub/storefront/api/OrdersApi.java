package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.promotion.Channel;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.net.URI;
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
    private static final int LONGEST_REASON = 200;

    private final Orders orders;
    private final OnlinePayments payments;
    private final OrderTransfers transfers;
    private final Announcements announcements;
    private final NewOrderReader reader;

    OrdersApi(
            Orders orders,
            OnlinePayments payments,
            OrderTransfers transfers,
            Announcements announcements,
            NewOrderReader reader) {
        this.orders = orders;
        this.payments = payments;
        this.transfers = transfers;
        this.announcements = announcements;
        this.reader = reader;
    }

    @GetMapping
    PageJson<OrderRowJson> page(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                orders.page(Orders.OrderQuery.of(buyer.company()), PageRequest.of(page, size)),
                OrderRowJson::of);
    }

    @GetMapping("/{number}")
    OrderJson order(BuyerView buyer, @PathVariable String number) {
        OrderView order = find(buyer, number);
        Optional<TransferView> transfer = transfers.ofOrder(number);
        return OrderJson.of(
                order,
                payments.ofOrder(number).orElse(null),
                transfer.orElse(null),
                transfer.isEmpty() ? List.of() : announcements.ofOrder(number),
                buyer.mayPay() ? transfers.usableCredit(number) : Money.ZERO);
    }

    @PostMapping
    ResponseEntity<PlacedJson> place(
            BuyerView buyer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewOrderJson order) {
        SubmitOrder command =
                new SubmitOrder(
                        buyer.company(),
                        Wire.key(key),
                        reader.lines(order),
                        order.noteOrEmpty(),
                        order.paymentOrCredit(),
                        order.couponsOrEmpty(),
                        order.pointsOrNone(),
                        null,
                        order.seen(),
                        Channel.API,
                        buyer.actor());
        return switch (orders.submit(command)) {
            case SubmitOutcome.Submitted placed -> answer(placed);
            case SubmitOutcome.Refused refused ->
                    throw Problem.refused(
                            "order.refused",
                            refused.problems().stream()
                                    .map(problem -> named(problem, order))
                                    .toList());
            case SubmitOutcome.KeyReusedForOtherContent _ ->
                    throw Problem.refused("idempotency-key.reused", List.of());
        };
    }

    /** The transfer that pays it, for our finance. Idempotent by bank reference and amount. */
    @PostMapping("/{number}/transfers")
    ResponseEntity<AnnouncedTransferJson> announce(
            BuyerView buyer, @PathVariable String number, @RequestBody NewTransferJson transfer) {
        find(buyer, number);
        return switch (announcements.announce(
                transfer.command(buyer, Announcements.Purpose.ORDER, number))) {
            case AnnounceOutcome.Announced done ->
                    ResponseEntity.status(done.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                            .body(new AnnouncedTransferJson(done.number()));
            case AnnounceOutcome.Refused refused ->
                    throw Problem.refused(
                            "transfer.refused",
                            List.of(new Problem.Line(0, "", refused.problem(), refused.detail())));
        };
    }

    record AnnouncedTransferJson(String number) {}

    /** What the company has beyond all it owes pays a part of the order, or all. */
    @PostMapping("/{number}/transfers/credit")
    OrderJson useCredit(
            BuyerView buyer, @PathVariable String number, @RequestBody CreditJson credit) {
        find(buyer, number);
        if (transfers.ofOrder(number).isEmpty()) {
            throw credit.refused("transfer.credit-over");
        }
        transfers
                .useCredit(number, credit.money(), credit.seen(), buyer.actor())
                .ifPresent(
                        why -> {
                            throw credit.refused(why);
                        });
        return order(buyer, number);
    }

    record CreditJson(@Nullable String amount, @Nullable String missing) {
        Money money() {
            return Wire.amount(amount).orElseThrow(() -> Problem.badRequest("transfer.amount"));
        }

        Money seen() {
            return Wire.amount(missing).orElseThrow(() -> Problem.badRequest("credit.missing"));
        }

        Problem refused(String why) {
            return Problem.refused(
                    "credit.refused",
                    List.of(new Problem.Line(0, "", why, amount == null ? "" : amount)));
        }
    }

    @PostMapping("/{number}/cancel")
    ResponseEntity<Void> cancel(
            BuyerView buyer, @PathVariable String number, @RequestBody CancelJson cancel) {
        find(buyer, number);
        if (cancel.reasonOrEmpty().length() > LONGEST_REASON) {
            throw Problem.badRequest("reason.too-long");
        }
        return switch (orders.requestCancel(number, cancel.reasonOrEmpty(), buyer.actor())) {
            case Orders.CancelOutcome.Requested _ -> ResponseEntity.accepted().build();
            case Orders.CancelOutcome.TooLate late ->
                    throw new Problem(
                            HttpStatus.CONFLICT, "order.too-late", late.state().name(), List.of());
        };
    }

    /** Another company's number is answered like an unknown one. */
    private OrderView find(BuyerView buyer, String number) {
        return orders.orderOf(buyer.company(), number)
                .orElseThrow(() -> Problem.notFound("order.unknown", number));
    }

    static Problem.Line named(SubmitOutcome.LineProblem problem, NewOrderJson order) {
        int line = problem.line();
        String product = line < 0 ? "" : order.product(line);
        return new Problem.Line(line + 1, product, problem.problem(), problem.detail());
    }

    private static ResponseEntity<PlacedJson> answer(SubmitOutcome.Submitted placed) {
        PlacedJson body = new PlacedJson(placed.orderNumber());
        URI place = URI.create("/api/orders/" + placed.orderNumber());
        return placed.repeated()
                ? ResponseEntity.ok().location(place).body(body)
                : ResponseEntity.created(place).body(body);
    }
}
