package io.mallhub.console.customers;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Salespeople;
import io.mallhub.customer.Salespeople.AssignOutcome;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SalespersonActs {
    private final Customers customers;
    private final Salespeople salespeople;

    SalespersonActs(Customers customers, Salespeople salespeople) {
        this.customers = customers;
        this.salespeople = salespeople;
    }

    @PostMapping("/console/customers/{number}/salesperson")
    String assign(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String salesperson,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        CustomerView customer =
                customers.byNumber(number).orElseThrow(() -> new Missing("customer " + number));
        Optional<String> refusal =
                switch (salespeople.assign(customer.id(), salesperson, reason, me.actor())) {
                    case AssignOutcome.Assigned _ -> Optional.empty();
                    case AssignOutcome.Refused refused -> Optional.of(refused.why());
                };
        Notice.tell(redirect, refusal, "console.notice.salesperson-assigned", number);
        return "redirect:/console/customers/{number}";
    }
}
