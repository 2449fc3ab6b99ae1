package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.salesorder.SalesOrder;
import io.mallhub.simulator.salesorder.SalesOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales orders. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    record Bill(String ddbh, int zt) {

        static Answer<Bill> of(SalesOrder order) {
            return Answer.of(new Bill(order.billNo(), order.status().rest()));
        }
    }

    record VoidRequest(@Nullable String yy) {}

    private final SalesOrders orders;
    private final Now now;

    OrderController(SalesOrders orders, Now now) {
        this.orders = orders;
        this.now = now;
    }

    @GetMapping
    Answer<Rows<OrderRow>> changed(
            @RequestParam @Nullable Long since,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer page) {
        return Rows.of(
                orders.changedAfter(Fields.point(since, after, limit, page)),
                now.instant(),
                OrderRow::of);
    }

    @GetMapping("/find")
    Answer<Rows<OrderRow>> find(@RequestParam @Nullable String wbdh) {
        return Rows.of(
                new Page<>(orders.withReference(Fields.reference("wbdh", wbdh)), false),
                now.instant(),
                OrderRow::of);
    }

    @PostMapping
    Answer<Bill> create(@RequestBody OrderRequest request) {
        return Bill.of(orders.create(request.checked()));
    }

    @PostMapping("/{ddbh}/void")
    Answer<Bill> cancel(
            @PathVariable String ddbh, @RequestBody(required = false) @Nullable VoidRequest why) {
        return Bill.of(orders.cancel(ddbh, Fields.text("yy", why == null ? null : why.yy())));
    }
}
