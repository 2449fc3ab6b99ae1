package io.mallhub.gateway.rest;

import io.mallhub.binding.Pickups;
import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.WireOrders;
import io.mallhub.gateway.wire.Confirmation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for an ERP that can't be called. */
@RestController
@RequestMapping("/erp-api/orders")
class OrdersToFetchApi {
    private final Calls calls;
    private final ErpApiCalls rest;

    OrdersToFetchApi(Calls calls, ErpApiCalls rest) {
        this.calls = calls;
        this.rest = rest;
    }

    @PostMapping("/fetch")
    ResponseEntity<String> fetch(HttpServletRequest request) {
        return rest.answer(
                request,
                "orders/fetch",
                call -> {
                    Pickups.Fetched fetched = calls.fetch(call.caller(), call.number("most"));
                    return new FetchedJson(
                            fetched.until().toString(),
                            fetched.more(),
                            fetched.orders().stream().map(WireOrders::order).toList());
                });
    }

    @PostMapping("/confirmations")
    ResponseEntity<String> confirm(HttpServletRequest request) {
        return rest.answer(
                request,
                "orders/confirmations",
                call ->
                        new ResultsJson(
                                calls.confirm(
                                        call.caller(),
                                        call.records(Confirmation.class),
                                        call.language())));
    }
}
