package io.mallhub.simulator.admin;

import io.mallhub.simulator.salesorder.OrderDesk;
import io.mallhub.simulator.salesorder.SalesOrder;
import io.mallhub.simulator.salesorder.SalesOrders;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work on sales orders. Every call returns the order as it is then. */
@RestController
@RequestMapping("/admin/orders")
class OrderAdmin {

    record Reason(@Nullable String reason) {

        String text() {
            return reason == null ? "" : reason;
        }
    }

    record PickLine(int line, String batch, BigDecimal quantity) {

        OrderDesk.Pick pick() {
            return new OrderDesk.Pick(
                    line, Given.value("batch", batch), Given.value("quantity", quantity));
        }

        static PickLine of(OrderDesk.Pick pick) {
            return new PickLine(pick.line(), pick.batchNo(), pick.quantity());
        }
    }

    record Picks(@Nullable List<PickLine> lines) {}

    private final SalesOrders orders;
    private final OrderDesk desk;

    OrderAdmin(SalesOrders orders, OrderDesk desk) {
        this.orders = orders;
        this.desk = desk;
    }

    @GetMapping
    List<SalesOrder> withReference(@RequestParam String reference) {
        return orders.withReference(reference);
    }

    @GetMapping("/{number}")
    SalesOrder order(@PathVariable String number) {
        return orders.withNumber(number);
    }

    @PostMapping("/{number}/accept")
    SalesOrder accept(@PathVariable String number) {
        desk.accept(number);
        return orders.withNumber(number);
    }

    @PostMapping("/{number}/reject")
    SalesOrder reject(@PathVariable String number, @RequestBody Reason why) {
        desk.reject(number, why.text());
        return orders.withNumber(number);
    }

    @GetMapping("/{number}/proposal")
    List<PickLine> proposal(@PathVariable String number) {
        return desk.propose(number).stream().map(PickLine::of).toList();
    }

    /** Without lines: all that is open, first expired first out. */
    @PostMapping("/{number}/ship")
    SalesOrder ship(
            @PathVariable String number, @RequestBody(required = false) @Nullable Picks picks) {
        List<PickLine> lines = picks == null ? null : picks.lines();
        if (lines == null) {
            desk.shipAll(number);
        } else {
            desk.ship(number, lines.stream().map(PickLine::pick).toList());
        }
        return orders.withNumber(number);
    }

    @PostMapping("/{number}/void")
    SalesOrder cancel(@PathVariable String number, @RequestBody Reason why) {
        return orders.cancel(number, why.text());
    }
}
