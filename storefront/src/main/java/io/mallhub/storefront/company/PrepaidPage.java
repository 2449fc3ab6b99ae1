package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The company's prepaid account, for those who may see its money. */
@Controller
class PrepaidPage {
    private final PrepaidAccounts accounts;
    private final TopUpRules rules;
    private final Clock clock;

    PrepaidPage(PrepaidAccounts accounts, TopUpRules rules, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/prepaid")
    String page(BuyerView buyer, ListRequest list, Model model) {
        model.addAttribute("account", accounts.balance(buyer.company()));
        model.addAttribute("page", accounts.entries(buyer.company(), list.page()));
        model.addAttribute("rules", rules.inForce(MallTime.today(clock)));
        return "storefront/prepaid";
    }
}
