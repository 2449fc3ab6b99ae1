package io.mallhub.simulator.office;

import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.material.Materials;
import io.mallhub.simulator.salesorder.OrderDesk;
import io.mallhub.simulator.salesorder.SalesOrder;
import io.mallhub.simulator.salesorder.SalesOrders;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sales orders: accept, reject, deliver, make void. */
@Controller
@RequestMapping("/office/orders")
class OrderPages {

    private final SalesOrders orders;
    private final OrderDesk desk;
    private final Customers customers;
    private final Materials materials;

    OrderPages(SalesOrders orders, OrderDesk desk, Customers customers, Materials materials) {
        this.orders = orders;
        this.desk = desk;
        this.customers = customers;
        this.materials = materials;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Paging.show(model, "/office/orders", q, page, orders.search(q, Paging.point(page)));
        return "orders";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        SalesOrder order = orders.withNumber(number);
        model.addAttribute("order", order);
        model.addAttribute("customer", customers.withNumber(order.customer()).orElseThrow());
        model.addAttribute(
                "names", materials.names(order.lines().stream().map(SalesOrder.Line::material)));
        model.addAttribute(
                "proposal", order.status().allocates() ? desk.propose(number) : List.of());
        return "order";
    }

    @PostMapping("/{number}/accept")
    String accept(@PathVariable String number) {
        desk.accept(number);
        return done(number);
    }

    @PostMapping("/{number}/reject")
    String reject(@PathVariable String number, @RequestParam String reason) {
        desk.reject(number, reason);
        return done(number);
    }

    @PostMapping("/{number}/void")
    String cancel(@PathVariable String number, @RequestParam String reason) {
        orders.cancel(number, reason);
        return done(number);
    }

    /** Rows of the proposal as the person changed them; 0 or nothing leaves a row out. */
    @PostMapping("/{number}/ship")
    String ship(
            @PathVariable String number,
            @RequestParam List<Integer> line,
            @RequestParam List<String> batch,
            @RequestParam List<@Nullable BigDecimal> quantity) {
        if (line.size() != batch.size() || line.size() != quantity.size()) {
            throw new IllegalArgumentException("rows of different length");
        }
        List<OrderDesk.Pick> picks = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            BigDecimal wanted = quantity.get(i);
            if (wanted != null && wanted.signum() != 0) {
                picks.add(new OrderDesk.Pick(line.get(i), batch.get(i), wanted));
            }
        }
        desk.ship(number, picks);
        return done(number);
    }

    private static String done(String number) {
        return "redirect:/office/orders/" + number;
    }
}
