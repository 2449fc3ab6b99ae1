package io.mallhub.console.points;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.points.Points;
import io.mallhub.points.Points.AccountRow;
import io.mallhub.points.Points.EntryView;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.promotion.Giveaways;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
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
    private final Giveaways giveaways;
    private final Customers customers;
    private final Clock clock;
    private final Spreadsheets sheets;
    private final Words words;

    PointsPages(
            Points points,
            PointsRules rules,
            Giveaways giveaways,
            Customers customers,
            Clock clock,
            Spreadsheets sheets,
            Words words) {
        this.points = points;
        this.rules = rules;
        this.giveaways = giveaways;
        this.customers = customers;
        this.clock = clock;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, ListRequest list, Model model) {
        model.addAttribute("text", text.strip());
        model.addAttribute("accounts", points.page(text.strip(), list.page()));
        model.addAttribute("figures", points.figures(beginningOfMonth()));
        model.addAttribute("rule", rules.inForce().orElse(null));
        return "console/points/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String text, ListRequest list) {
        return sheets.<AccountRow>of("points")
                .column("console.customer.name", AccountRow::name)
                .column("console.points.available", AccountRow::available)
                .column("console.points.held", AccountRow::held)
                .file(list.rows(page -> points.page(text.strip(), page)));
    }

    private Instant beginningOfMonth() {
        return MallTime.startOf(MallTime.today(clock).withDayOfMonth(1));
    }

    @GetMapping("/companies/{company}")
    String account(@PathVariable("company") UUID id, ListRequest list, Model model) {
        CustomerView view = customer(id);
        CustomerId company = view.id();
        model.addAttribute("customer", view);
        model.addAttribute("balance", points.balance(company));
        model.addAttribute("entries", points.entries(company, list.page()));
        return "console/points/account";
    }

    @GetMapping("/companies/{company}/export")
    ResponseEntity<byte[]> exportEntries(@PathVariable("company") UUID id, ListRequest list) {
        CustomerView customer = customer(id);
        return sheets.<EntryView>of("points-" + customer.number())
                .column("console.prepaid.since", EntryView::at)
                .column("console.prepaid.what", EntryView::kind)
                .column("console.prepaid.note", it -> words.codeOr(it.note(), it.note()))
                .column("console.ops.by", EntryView::by)
                .column("console.prepaid.document", EntryView::document)
                .column("console.prepaid.order", EntryView::orderNumber)
                .column("console.points.available", EntryView::available)
                .column("console.points.held", EntryView::held)
                .column("console.points.after", EntryView::availableAfter)
                .file(list.rows(page -> points.entries(customer.id(), page)));
    }

    private CustomerView customer(UUID id) {
        CustomerId company = new CustomerId(id);
        return customers.customer(company).orElseThrow(() -> new Missing("customer " + company));
    }

    @GetMapping("/rules")
    String rules(ListRequest list, Model model) {
        Optional<PointsRule> inForce = rules.inForce();
        RuleForm form =
                model.getAttribute(TYPED) instanceof RuleForm typed
                        ? typed
                        : inForce.map(RuleForm::of)
                                .orElseGet(() -> RuleForm.first(giveaways.terms().never()));
        model.addAttribute("form", form);
        model.addAttribute("rule", inForce.orElse(null));
        model.addAttribute("history", rules.history(list.page()));
        model.addAttribute("categories", RegulatoryCategory.values());
        return "console/points/rules";
    }
}
