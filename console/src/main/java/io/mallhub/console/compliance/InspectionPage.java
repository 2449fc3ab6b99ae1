package io.mallhub.console.compliance;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.webkit.Paper;
import io.mallhub.webkit.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an inspector takes with him about one company and one period. */
@Controller
@RequestMapping("/console/compliance/inspection")
class InspectionPage {
    private static final int DAYS_BACK = 365;

    private final Customers customers;
    private final InspectionFile file;
    private final Times times;

    InspectionPage(Customers customers, InspectionFile file, Times times) {
        this.customers = customers;
        this.file = file;
        this.times = times;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String customer, Model model) {
        model.addAttribute("customer", customer);
        model.addAttribute("from", times.today().minusDays(DAYS_BACK));
        model.addAttribute("until", times.today());
        model.addAttribute("embedded", Paper.isFontEmbedded());
        return "console/compliance/inspection";
    }

    /** Both days belong to the period. */
    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            @RequestParam String customer,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return file.paper(company(customer, from, until), from, until);
    }

    /** Both days belong to the period. */
    @GetMapping("/xlsx")
    ResponseEntity<byte[]> xlsx(
            @RequestParam String customer,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return file.book(company(customer, from, until), from, until);
    }

    private CustomerView company(String number, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("The period ends before it begins");
        }
        return customers
                .byNumber(number.strip())
                .orElseThrow(() -> new Missing("customer " + number));
    }
}
