package io.mallhub.simulator.office;

import io.mallhub.simulator.customer.Customers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Customers: search, stop, reopen. */
@Controller
@RequestMapping("/office/customers")
class CustomerPages {

    private final Customers customers;

    CustomerPages(Customers customers) {
        this.customers = customers;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Paging.show(model, "/office/customers", q, page, customers.search(q, Paging.point(page)));
        return "customers";
    }

    @PostMapping("/{number}/active")
    String active(@PathVariable String number, @RequestParam boolean active) {
        customers.changeActive(number, active);
        return "redirect:/office/customers?q=" + number;
    }
}
