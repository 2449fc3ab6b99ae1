package io.mallhub.console.customers;

import io.mallhub.console.access.Missing;
import io.mallhub.console.openness.Sightings;
import io.mallhub.console.openness.Sightings.SightFilter;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.StaffView;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The companies a salesperson sells to, and what he could order for one of them: with its eyes, at
 * its prices.
 */
@Controller
@RequestMapping("/console/my-customers")
class OwnCustomers {
    private static final PageRequest NEWEST = PageRequest.first(5);

    private final Customers customers;
    private final Sightings sightings;
    private final Carts carts;
    private final Orders orders;
    private final Receivables receivables;
    private final PaymentMethods methods;
    private final Spreadsheets sheets;

    OwnCustomers(
            Customers customers,
            Sightings sightings,
            Carts carts,
            Orders orders,
            Receivables receivables,
            PaymentMethods methods,
            Spreadsheets sheets) {
        this.customers = customers;
        this.sightings = sightings;
        this.carts = carts;
        this.orders = orders;
        this.receivables = receivables;
        this.methods = methods;
        this.sheets = sheets;
    }

    @GetMapping
    String list(
            @Nullable String text,
            @AuthenticationPrincipal StaffView me,
            ListRequest list,
            Model model) {
        model.addAttribute("text", text);
        model.addAttribute(
                "customers", customers.broughtBy(me.login(), Typed.words(text), list.page()));
        return "console/customers/mine";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable String text, @AuthenticationPrincipal StaffView me, ListRequest list) {
        return sheets.<CustomerView>of("my-customers")
                .column("console.customer.number", CustomerView::number)
                .column("console.customer.name", row -> row.company().name())
                .column("console.customer.type", row -> row.company().type())
                .column("console.list.state", CustomerView::state)
                .column("console.customer.contact", row -> row.company().contact())
                .column("console.behalf.phone", row -> row.company().phone())
                .file(list.rows(page -> customers.broughtBy(me.login(), Typed.words(text), page)));
    }

    @GetMapping("/{number}")
    String order(
            @PathVariable String number,
            @Nullable String text,
            @Nullable PaymentMethod payment,
            @AuthenticationPrincipal StaffView me,
            ListRequest list,
            Model model) {
        CustomerView customer = own(customers, number, me);
        Set<PaymentMethod> allowed = payable(customer);
        PaymentMethod method =
                payment != null && allowed.contains(payment)
                        ? payment
                        : allowed.stream().findFirst().orElse(PaymentMethod.CREDIT);
        model.addAttribute("customer", customer);
        model.addAttribute("text", text);
        model.addAttribute(
                "offers",
                sightings.page(customer, SightFilter.SHOWN, Typed.words(text), list.page()));
        model.addAttribute(
                "cart",
                carts.cart(
                        Carts.onBehalf(me.id(), customer.id()),
                        customer.id(),
                        Channel.ON_BEHALF,
                        method,
                        List.of(),
                        0));
        model.addAttribute("methods", allowed);
        model.addAttribute("payment", method);
        model.addAttribute("credit", receivables.position(customer.id()));
        model.addAttribute("orders", orders.page(OrderQuery.of(customer.id()), NEWEST));
        // One key per shown cart: a second click is the same order.
        model.addAttribute("key", UUID.randomUUID().toString());
        return "console/customers/behalf";
    }

    /** What the company has paid in already is not for others to spend. */
    private Set<PaymentMethod> payable(CustomerView customer) {
        Set<PaymentMethod> allowed = EnumSet.noneOf(PaymentMethod.class);
        allowed.addAll(methods.allowed(customer.viewer()));
        allowed.remove(PaymentMethod.PREPAID);
        return allowed;
    }

    /** To whom nobody, or somebody else, sells, there is none. */
    static CustomerView own(Customers customers, String number, StaffView me) {
        return customers
                .byNumber(number)
                .filter(
                        it ->
                                customers
                                        .salespersonOf(it.id())
                                        .filter(me.login()::equalsIgnoreCase)
                                        .isPresent())
                .orElseThrow(() -> new Missing("customer " + number));
    }
}
