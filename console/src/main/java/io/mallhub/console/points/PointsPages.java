package io.mallhub.console.points;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.points.Points;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.ListRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has how many points and what they are worth, each company's ledger, and the rules. */
@Controller
@RequestMapping("/console/points")
class PointsPages {
    static final String TYPED = "typed";

    private final Points points;
    private final PointsRules rules;
    private final Customers customers;
    private final Clock clock;

    PointsPages(Points points, PointsRules rules, Customers customers, Clock clock) {
        this.points = points;
        this.rules = rules;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, ListRequest list, Model model) {
        model.addAttribute("text", text.strip());
        model.addAttribute("accounts", points.page(text.strip(), list.page()));
        model.addAttribute("figures", points.figures(beginningOfMonth()));
        model.addAttribute("rule", rules.inForce().orElse(null));
        return "console/points/list";
    }

    private Instant beginningOfMonth() {
        return MallTime.today(clock).withDayOfMonth(1).atStartOfDay(MallTime.ZONE).toInstant();
    }

    @GetMapping("/companies/{company}")
    String account(@PathVariable("company") UUID id, ListRequest list, Model model) {
        CustomerId company = new CustomerId(id);
        CustomerView view =
                customers.customer(company).orElseThrow(() -> new Missing("customer " + company));
        model.addAttribute("customer", view);
        model.addAttribute("balance", points.balance(company));
        model.addAttribute("entries", points.entries(company, list.page()));
        return "console/points/account";
    }

    @GetMapping("/rules")
    String rules(ListRequest list, Model model) {
        Optional<PointsRule> inForce = rules.inForce();
        RuleForm form =
                model.getAttribute(TYPED) instanceof RuleForm typed
                        ? typed
                        : inForce.map(RuleForm::of).orElseGet(RuleForm::first);
        model.addAttribute("form", form);
        model.addAttribute("rule", inForce.orElse(null));
        model.addAttribute("history", rules.history(list.page()));
        model.addAttribute("categories", RegulatoryCategory.values());
        return "console/points/rules";
    }
}
