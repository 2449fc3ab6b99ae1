package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Operation;
import io.mallhub.gateway.internal.Operations;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an ERP brings, an address for each kind. */
@RestController
@RequestMapping("/erp-api")
class RecordsApi {
    private final Calls calls;
    private final ErpApiCalls rest;

    RecordsApi(Calls calls, ErpApiCalls rest) {
        this.calls = calls;
        this.rest = rest;
    }

    @PostMapping("/products")
    ResponseEntity<String> products(HttpServletRequest request) {
        return bring(Operations.PRODUCTS, request);
    }

    @PostMapping("/stock")
    ResponseEntity<String> stock(HttpServletRequest request) {
        return bring(Operations.STOCK, request);
    }

    @PostMapping("/customers")
    ResponseEntity<String> customers(HttpServletRequest request) {
        return bring(Operations.CUSTOMERS, request);
    }

    @PostMapping("/orders/acceptances")
    ResponseEntity<String> acceptances(HttpServletRequest request) {
        return bring(Operations.ACCEPTANCES, request);
    }

    @PostMapping("/orders/rejections")
    ResponseEntity<String> rejections(HttpServletRequest request) {
        return bring(Operations.REJECTIONS, request);
    }

    @PostMapping("/orders/voidings")
    ResponseEntity<String> voidings(HttpServletRequest request) {
        return bring(Operations.VOIDINGS, request);
    }

    @PostMapping("/orders/shipments")
    ResponseEntity<String> shipments(HttpServletRequest request) {
        return bring(Operations.SHIPMENTS, request);
    }

    @PostMapping("/orders/invoices")
    ResponseEntity<String> invoices(HttpServletRequest request) {
        return bring(Operations.INVOICES, request);
    }

    @PostMapping("/returns/receipts")
    ResponseEntity<String> returnReceipts(HttpServletRequest request) {
        return bring(Operations.RETURN_RECEIPTS, request);
    }

    @PostMapping("/returns/voidings")
    ResponseEntity<String> returnVoidings(HttpServletRequest request) {
        return bring(Operations.RETURN_VOIDINGS, request);
    }

    private <W> ResponseEntity<String> bring(Operation<W> operation, HttpServletRequest request) {
        return rest.answer(
                request,
                operation.name(),
                call ->
                        new ResultsJson(
                                calls.bring(
                                        call.caller(),
                                        operation,
                                        call.records(operation.type()),
                                        call.language())));
    }
}
