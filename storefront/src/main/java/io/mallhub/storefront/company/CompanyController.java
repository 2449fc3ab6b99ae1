package io.mallhub.storefront.company;

import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.Renewals;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.ledger.Receivables;
import io.mallhub.webkit.ListRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the mall knows of the company; its statement is for those who may see its money. */
@Controller
@RequestMapping("/company")
class CompanyController {
    private final Customers customers;
    private final LicenceGate gate;
    private final Accounts accounts;
    private final Receivables receivables;
    private final Renewals renewals;

    CompanyController(
            Customers customers,
            LicenceGate gate,
            Accounts accounts,
            Receivables receivables,
            Renewals renewals) {
        this.customers = customers;
        this.gate = gate;
        this.accounts = accounts;
        this.receivables = receivables;
        this.renewals = renewals;
    }

    @GetMapping
    String page(BuyerView buyer, ListRequest list, Model model) {
        boolean finance = buyer.rights().contains(BuyerRight.FINANCE);
        model.addAttribute("customer", customers.customer(buyer.company()).orElseThrow());
        model.addAttribute("open", gate.openCategories(buyer.company()));
        model.addAttribute("users", accounts.buyersOf(buyer.company()));
        model.addAttribute("due", renewals.openOf(buyer.company()));
        model.addAttribute("finance", finance);
        model.addAttribute("credit", receivables.position(buyer.company()));
        if (finance) {
            model.addAttribute("page", receivables.statement(buyer.company(), list.page()));
        }
        return "storefront/company";
    }
}
