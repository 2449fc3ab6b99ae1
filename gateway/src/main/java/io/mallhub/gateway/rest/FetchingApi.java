package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Fetching;
import io.mallhub.gateway.internal.Fetchings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an ERP that can't be called fetches and confirms, two addresses for each kind. */
@RestController
@RequestMapping("/erp-api")
class FetchingApi {
    private final Calls calls;
    private final Fetchings kinds;
    private final ErpApiCalls rest;

    FetchingApi(Calls calls, Fetchings kinds, ErpApiCalls rest) {
        this.calls = calls;
        this.kinds = kinds;
        this.rest = rest;
    }

    @PostMapping("/orders/fetch")
    ResponseEntity<String> orders(HttpServletRequest request) {
        return fetch(kinds.orders(), request);
    }

    @PostMapping("/orders/confirmations")
    ResponseEntity<String> confirmOrders(HttpServletRequest request) {
        return confirm(kinds.orders(), request);
    }

    @PostMapping("/customers/fetch")
    ResponseEntity<String> customers(HttpServletRequest request) {
        return fetch(kinds.customers(), request);
    }

    @PostMapping("/customers/confirmations")
    ResponseEntity<String> confirmCustomers(HttpServletRequest request) {
        return confirm(kinds.customers(), request);
    }

    @PostMapping("/returns/fetch")
    ResponseEntity<String> returns(HttpServletRequest request) {
        return fetch(kinds.returns(), request);
    }

    @PostMapping("/returns/confirmations")
    ResponseEntity<String> confirmReturns(HttpServletRequest request) {
        return confirm(kinds.returns(), request);
    }

    @PostMapping("/vouchers/fetch")
    ResponseEntity<String> vouchers(HttpServletRequest request) {
        return fetch(kinds.vouchers(), request);
    }

    @PostMapping("/vouchers/confirmations")
    ResponseEntity<String> confirmVouchers(HttpServletRequest request) {
        return confirm(kinds.vouchers(), request);
    }

    private ResponseEntity<String> fetch(Fetching<?, ?, ?> kind, HttpServletRequest request) {
        return rest.answer(
                request,
                kind.name() + "/fetch",
                call -> {
                    Calls.Handed<?> handed = calls.fetch(call.caller(), kind, call.number("most"));
                    return Map.of(
                            "confirmUntil",
                            handed.until().toString(),
                            "more",
                            handed.more(),
                            kind.name(),
                            handed.records());
                });
    }

    private <C> ResponseEntity<String> confirm(Fetching<?, ?, C> kind, HttpServletRequest request) {
        return rest.answer(
                request,
                kind.name() + "/confirmations",
                call ->
                        new ResultsJson(
                                calls.confirm(
                                        call.caller(),
                                        kind,
                                        call.records(kind.type()),
                                        call.language())));
    }
}
