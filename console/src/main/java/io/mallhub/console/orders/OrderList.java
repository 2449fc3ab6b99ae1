package io.mallhub.console.orders;

import io.mallhub.order.ErpState;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
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
    private final Words words;
    private final Times times;

    OrderList(Orders orders, Words words, Times times) {
        this.orders = orders;
        this.words = words;
        this.times = times;
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
        return new Spreadsheet<OrderRow>("orders")
                .column(words.code("console.order.number"), OrderRow::number)
                .column(words.code("console.customer.name"), OrderRow::customerName)
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(words.code("console.order.erp-state"), row -> words.of(row.erpState()))
                .column(words.code("console.order.erp-number"), OrderRow::erpNumber)
                .column(words.code("console.order.total"), row -> row.total().amount())
                .column(
                        words.code("console.order.submitted-at"),
                        row -> times.text(row.submittedAt()))
                .of(list.rows(page -> orders.page(filter.query(), page)), words);
    }
}
