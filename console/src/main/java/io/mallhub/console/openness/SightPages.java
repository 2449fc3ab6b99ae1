package io.mallhub.console.openness;

import io.mallhub.console.access.Missing;
import io.mallhub.console.openness.Sightings.SightFilter;
import io.mallhub.console.openness.Sightings.Sighting;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.PaymentMethods;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mall as a customer sees it. Only looked at: nothing can be done here in its name. */
@Controller
@RequestMapping("/console/visibility/as")
class SightPages {
    private final Customers customers;
    private final Sightings sightings;
    private final PaymentMethods payments;
    private final VisibilityTexts texts;
    private final Spreadsheets sheets;
    private final Words words;

    SightPages(
            Customers customers,
            Sightings sightings,
            PaymentMethods payments,
            VisibilityTexts texts,
            Spreadsheets sheets,
            Words words) {
        this.customers = customers;
        this.sightings = sightings;
        this.payments = payments;
        this.texts = texts;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String as(
            @RequestParam(defaultValue = "") String customer,
            @Nullable SightFilter what,
            @Nullable String text,
            ListRequest list,
            Model model) {
        SightFilter filter = Objects.requireNonNullElse(what, SightFilter.ALL);
        Optional<CustomerView> known = customers.byNumber(customer.strip());
        model.addAttribute("number", customer);
        model.addAttribute("what", filter);
        model.addAttribute("filters", SightFilter.values());
        model.addAttribute("text", text);
        model.addAttribute("customer", known.orElse(null));
        known.ifPresent(
                it -> {
                    model.addAttribute("payments", payments.allowed(it.viewer()));
                    model.addAttribute("paymentRule", payments.decisive(it.viewer()).orElse(null));
                });
        model.addAttribute(
                "sightings",
                known.map(it -> sightings.page(it, filter, Typed.words(text), list.page()))
                        .orElse(null));
        return "console/openness/as";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String customer,
            @Nullable SightFilter what,
            @Nullable String text,
            ListRequest list) {
        SightFilter filter = Objects.requireNonNullElse(what, SightFilter.ALL);
        CustomerView known =
                customers
                        .byNumber(customer.strip())
                        .orElseThrow(() -> new Missing("customer " + customer));
        return sheets.<Sighting>of("catalogue-" + known.number())
                .column("console.product.code", it -> it.product().code())
                .column("console.product.name", it -> it.product().name())
                .column("console.product.maker", it -> it.product().maker())
                .column("console.product.category", it -> it.product().category())
                .column("console.visibility.rule", it -> it.rule() == null ? null : it.rule().id())
                .column(
                        "console.visibility.goods",
                        it -> it.rule() == null ? null : texts.goods(it.rule()))
                .column(
                        "console.visibility.audience",
                        it -> it.rule() == null ? null : texts.audience(it.rule()))
                .column(
                        "console.sight.price-rule",
                        it -> it.priceRule() == null ? null : it.priceRule().id())
                .column(
                        "console.visibility.others",
                        it ->
                                it.others().stream()
                                        .map(words::code)
                                        .collect(Collectors.joining("; ")))
                .file(list.rows(page -> sightings.page(known, filter, Typed.words(text), page)));
    }
}
