package io.mallhub.console.orders;

import io.mallhub.order.ErpState;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/orders")
class OrderList {
    private final Orders orders;
    private final Spreadsheets sheets;

    OrderList(Orders orders, Spreadsheets sheets) {
        this.orders = orders;
        this.sheets = sheets;
    }

    record Filter(
            @Nullable OrderState state,
            @Nullable ErpState erpState,
            @Nullable String text,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        OrderQuery query() {
            return new OrderQuery(null, state, erpState, Typed.words(text), from, until);
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("states", OrderState.values());
        model.addAttribute("erpStates", ErpState.values());
        model.addAttribute("orders", orders.page(filter.query(), list.page()));
        return "console/orders/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return sheets.<OrderRow>of("orders")
                .column("console.order.number", OrderRow::number)
                .column("console.customer.name", OrderRow::customerName)
                .column("console.list.state", OrderRow::state)
                .column("console.order.erp-state", OrderRow::erpState)
                .column("console.order.erp-number", OrderRow::erpNumber)
                .column("console.order.total", OrderRow::total)
                .column("console.order.submitted-at", OrderRow::submittedAt)
                .file(list.rows(page -> orders.page(filter.query(), page)));
    }
}
