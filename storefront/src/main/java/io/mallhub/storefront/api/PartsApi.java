package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.order.CancelPart;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartCancellations.Outcome;
import io.mallhub.order.PartCancellations.Preview;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parts of the company's orders that are cancelled after the approval. */
@RestController
@RequestMapping("/api/orders/{number}/part-cancellations")
class PartsApi {
    private static final int LONGEST_REASON = 200;

    private final Orders orders;
    private final PartCancellations parts;

    PartsApi(Orders orders, PartCancellations parts) {
        this.orders = orders;
        this.parts = parts;
    }

    @GetMapping
    List<PartJson> all(BuyerView buyer, @PathVariable String number) {
        mustBeOf(buyer, number);
        return parts.ofOrder(number).stream().map(PartJson::of).toList();
    }

    @PostMapping("/preview")
    PartStatementJson preview(
            BuyerView buyer, @PathVariable String number, @RequestBody PartWishJson wish) {
        mustBeOf(buyer, number);
        return switch (parts.preview(number, wish.kept())) {
            case Preview.Shown shown -> PartStatementJson.of(shown.statement());
            case Preview.Refused refused -> throw refused(refused.why(), refused.detail());
        };
    }

    @PostMapping
    ResponseEntity<PartJson> ask(
            BuyerView buyer, @PathVariable String number, @RequestBody PartWishJson wish) {
        mustBeOf(buyer, number);
        if (wish.reasonOrEmpty().length() > LONGEST_REASON) {
            throw Problem.badRequest("reason.too-long");
        }
        CancelPart command =
                new CancelPart(
                        number,
                        wish.revisionOrNone(),
                        wish.kept(),
                        wish.reasonOrEmpty(),
                        wish.seenOrEmpty(),
                        buyer.actor());
        return switch (parts.request(command)) {
            case Outcome.Requested done ->
                    ResponseEntity.accepted().body(PartJson.of(found(number, done.part())));
            case Outcome.Refused refused -> throw refused(refused.why(), refused.detail());
            case Outcome.Changed _ ->
                    throw new Problem(HttpStatus.CONFLICT, "order-part.changed", "", List.of());
        };
    }

    /** Until the ERP is asked. */
    @PostMapping("/{part}/withdraw")
    PartJson withdraw(BuyerView buyer, @PathVariable String number, @PathVariable long part) {
        mustBeOf(buyer, number);
        if (parts.ofOrder(number).stream().noneMatch(it -> it.id() == part)) {
            throw Problem.notFound("order-part.unknown", Long.toString(part));
        }
        parts.withdraw(number, part, buyer.actor())
                .ifPresent(
                        why -> {
                            throw new Problem(
                                    HttpStatus.CONFLICT,
                                    "order-part.not-withdrawn",
                                    why,
                                    List.of(new Problem.Line(0, "", why, "")));
                        });
        return PartJson.of(found(number, part));
    }

    private PartCancellations.Part found(String number, long part) {
        return parts.ofOrder(number).stream()
                .filter(it -> it.id() == part)
                .findFirst()
                .orElseThrow();
    }

    private static Problem refused(String why, String detail) {
        return Problem.refused("order-part.refused", List.of(new Problem.Line(0, "", why, detail)));
    }

    /** Another company's number is answered like an unknown one. */
    private void mustBeOf(BuyerView buyer, String number) {
        if (orders.orderOf(buyer.company(), number).isEmpty()) {
            throw Problem.notFound("order.unknown", number);
        }
    }
}
