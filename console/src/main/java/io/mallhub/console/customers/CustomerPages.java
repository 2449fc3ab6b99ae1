package io.mallhub.console.customers;

import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.console.notices.AddressForm;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.Salespeople;
import io.mallhub.identity.Accounts;
import io.mallhub.ledger.Receivables;
import io.mallhub.notification.Recipient;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/console/customers")
class CustomerPages {
    private final Customers customers;
    private final Registrations registrations;
    private final Receivables receivables;
    private final Prices prices;
    private final Products products;
    private final Orders orders;
    private final Accounts accounts;
    private final AddressForm addresses;
    private final Salespeople salespeople;
    private final Sellers sellers;
    private final Spreadsheets sheets;

    CustomerPages(
            Customers customers,
            Registrations registrations,
            Receivables receivables,
            Prices prices,
            Products products,
            Orders orders,
            Accounts accounts,
            AddressForm addresses,
            Salespeople salespeople,
            Sellers sellers,
            Spreadsheets sheets) {
        this.customers = customers;
        this.registrations = registrations;
        this.receivables = receivables;
        this.prices = prices;
        this.products = products;
        this.orders = orders;
        this.accounts = accounts;
        this.addresses = addresses;
        this.salespeople = salespeople;
        this.sellers = sellers;
        this.sheets = sheets;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable CustomerState state,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list,
            Model model) {
        model.addAttribute("states", CustomerState.values());
        model.addAttribute("customers", customers.page(state, text, list.page()));
        return "console/customers/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable CustomerState state,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list) {
        return sheets.<CustomerView>of("customers")
                .column("console.customer.number", CustomerView::number)
                .column("console.customer.name", row -> row.company().name())
                .column("console.customer.type", row -> row.company().type())
                .column("console.list.state", CustomerView::state)
                .column("console.customer.uscc", row -> row.company().uscc())
                .column("console.customer.level", CustomerView::level)
                .column("console.customer.erp-number", CustomerView::erpNumber)
                .file(list.rows(page -> customers.page(state, text, page)));
    }

    @GetMapping("/{number}")
    String customer(@PathVariable String number, Model model) {
        CustomerView customer =
                customers.byNumber(number).orElseThrow(() -> new Missing("customer " + number));
        var agreements = prices.agreements(customer.id(), PageRequest.first(50));
        model.addAttribute("customer", customer);
        model.addAttribute("filing", registrations.applicationOf(customer.id()).orElse(null));
        model.addAttribute("credit", receivables.position(customer.id()));
        model.addAttribute(
                "statement", receivables.statement(customer.id(), PageRequest.first(10)));
        model.addAttribute("agreements", agreements);
        model.addAttribute(
                "products",
                products.products(
                        agreements.items().stream().map(Prices.Agreement::product).toList()));
        model.addAttribute(
                "orders", orders.page(OrderQuery.of(customer.id()), PageRequest.first(8)));
        model.addAttribute("terms", salespeople.of(customer.id()));
        model.addAttribute("sellers", sellers.atWork());
        model.addAttribute("names", sellers.names());
        model.addAttribute("buyers", accounts.buyersOf(customer.id()));
        model.addAttribute("addresses", addresses.of(new Recipient.Company(customer.id())));
        return "console/customers/customer";
    }
}
