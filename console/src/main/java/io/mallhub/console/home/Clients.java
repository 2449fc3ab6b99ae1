package io.mallhub.console.home;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.StaffView;
import io.mallhub.order.OrderRow;
import io.mallhub.order.Orders;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import org.springframework.stereotype.Component;

/** What a salesperson lives on: the companies he brought, and what they order. */
@Component
class Clients {
    private static final PageRequest ALL_AT_ONCE = PageRequest.first(200);

    private final Customers customers;
    private final Orders orders;

    Clients(Customers customers, Orders orders) {
        this.customers = customers;
        this.orders = orders;
    }

    Portfolio of(StaffView salesperson) {
        Page<CustomerView> brought = customers.broughtBy(salesperson.login(), ALL_AT_ONCE);
        return new Portfolio(
                brought,
                orders.pageOf(
                        brought.items().stream().map(CustomerView::id).toList(),
                        PageRequest.first(20)),
                "/register?by=" + salesperson.login());
    }

    /**
     * @param companies newest first
     * @param orders their newest
     * @param invitation path of the link under which a company registers as his
     */
    record Portfolio(Page<CustomerView> companies, Page<OrderRow> orders, String invitation) {}
}
