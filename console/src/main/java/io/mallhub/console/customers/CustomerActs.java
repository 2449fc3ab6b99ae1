package io.mallhub.console.customers;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.console.notices.AddressForm;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ReviseCustomer;
import io.mallhub.customer.Customers.ReviseOutcome;
import io.mallhub.identity.StaffView;
import io.mallhub.ledger.Receivables;
import io.mallhub.notification.Recipient;
import io.mallhub.pricing.Prices;
import io.mallhub.pricing.Prices.Agreement;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/console/customers/{number}")
class CustomerActs {
    private static final String BACK = "redirect:/console/customers/{number}";
    private static final int LONGEST_TERM = 3650;

    private final Customers customers;
    private final Receivables receivables;
    private final Prices prices;
    private final Products products;
    private final AddressForm addresses;

    CustomerActs(
            Customers customers,
            Receivables receivables,
            Prices prices,
            Products products,
            AddressForm addresses) {
        this.addresses = addresses;
        this.customers = customers;
        this.receivables = receivables;
        this.prices = prices;
        this.products = products;
    }

    @PostMapping("/addresses")
    String addresses(
            @PathVariable String number,
            @RequestParam Map<String, String> stated,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        addresses.change(
                new Recipient.Company(found(number).id()),
                "customer",
                number,
                stated,
                me,
                redirect);
        return BACK;
    }

    @PostMapping("/lock")
    String lock(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (hasReason(reason, redirect)) {
            customers.lock(found(number).id(), reason, me.actor());
            Notice.done(redirect, "console.notice.customer-locked", number);
        }
        return BACK;
    }

    @PostMapping("/unlock")
    String unlock(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (hasReason(reason, redirect)) {
            customers.unlock(found(number).id(), reason, me.actor());
            Notice.done(redirect, "console.notice.customer-unlocked", number);
        }
        return BACK;
    }

    @PostMapping("/level")
    String level(
            @PathVariable String number,
            @RequestParam String level,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        customers.changeLevel(found(number).id(), level.strip(), me.actor());
        Notice.done(redirect, "console.notice.level-changed", number);
        return BACK;
    }

    @PostMapping("/company")
    String company(
            @PathVariable String number,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String phone,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        switch (customers.revise(
                new ReviseCustomer(found(number).id(), name, address, contact, phone),
                me.actor())) {
            case ReviseOutcome.Revised _ ->
                    Notice.done(redirect, "console.notice.customer-revised", number);
            case ReviseOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return BACK;
    }

    @PostMapping("/credit")
    String credit(
            @PathVariable String number,
            @RequestParam BigDecimal limit,
            @RequestParam int termDays,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (limit.signum() < 0 || termDays < 0 || termDays > LONGEST_TERM) {
            Notice.refused(redirect, "console.notice.credit-range", String.valueOf(LONGEST_TERM));
        } else {
            receivables.setCredit(found(number).id(), new Money(limit), termDays, me.actor());
            Notice.done(redirect, "console.notice.credit-set", number);
        }
        return BACK;
    }

    @PostMapping("/agreements")
    String agree(
            @PathVariable String number,
            @RequestParam String code,
            @RequestParam BigDecimal price,
            @RequestParam(defaultValue = "1") BigDecimal from,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            @RequestParam(required = false) @Nullable LocalDate validUntil,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        CustomerView customer = found(number);
        Optional<ProductView> product = products.byCode(code.strip());
        if (product.isEmpty()) {
            Notice.refused(redirect, "console.notice.product-unknown", code);
            return BACK;
        }
        Optional<Quantity> fromQuantity =
                Quantity.typed(from.toString()).filter(Quantity::isPositive);
        Optional<UnitPrice> unitPrice = UnitPrice.typed(price);
        if (fromQuantity.isEmpty() || unitPrice.isEmpty()) {
            Notice.refused(redirect, "console.notice.price-range", code);
            return BACK;
        }
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            Notice.refused(redirect, "console.notice.dates-reversed", validFrom.toString());
            return BACK;
        }
        prices.agree(
                new Agreement(
                        customer.id(),
                        product.get().id(),
                        fromQuantity.get(),
                        unitPrice.get(),
                        validFrom,
                        validUntil),
                me.actor());
        Notice.done(redirect, "console.notice.agreed", product.get().name());
        return BACK;
    }

    private CustomerView found(String number) {
        return customers.byNumber(number).orElseThrow(() -> new Missing("customer " + number));
    }

    private static boolean hasReason(String reason, RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", "");
            return false;
        }
        return true;
    }
}
