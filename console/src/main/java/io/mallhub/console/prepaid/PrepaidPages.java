package io.mallhub.console.prepaid;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.PaymentRule;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.AccountRow;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUps;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has prepaid money and what waits to be confirmed; each account; the rules. */
@Controller
@RequestMapping("/console/prepaid")
class PrepaidPages {
    /** What was typed: to be previewed, or refused. */
    static final String TYPED = "typed";

    private static final PageRequest NEWEST = PageRequest.first(20);

    private final PrepaidAccounts accounts;
    private final TopUps topUps;
    private final Announcements announcements;
    private final TopUpRules rules;
    private final PaymentMethods methods;
    private final Customers customers;
    private final Clock clock;
    private final Spreadsheets sheets;

    PrepaidPages(
            PrepaidAccounts accounts,
            TopUps topUps,
            Announcements announcements,
            TopUpRules rules,
            PaymentMethods methods,
            Customers customers,
            Clock clock,
            Spreadsheets sheets) {
        this.accounts = accounts;
        this.topUps = topUps;
        this.announcements = announcements;
        this.rules = rules;
        this.methods = methods;
        this.customers = customers;
        this.clock = clock;
        this.sheets = sheets;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, ListRequest list, Model model) {
        model.addAttribute("text", text.strip());
        model.addAttribute("accounts", accounts.page(text.strip(), list.page()));
        return "console/prepaid/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@RequestParam(defaultValue = "") String text, ListRequest list) {
        return sheets.<AccountRow>of("prepaid")
                .column("console.customer.name", AccountRow::customerName)
                .column("console.prepaid.principal", it -> it.balance().balance().principal())
                .column("console.prepaid.bonus", it -> it.balance().balance().bonus())
                .column("console.prepaid.held", it -> it.balance().held().total())
                .column("console.prepaid.available", it -> it.balance().available().total())
                .file(list.rows(page -> accounts.page(text.strip(), page)));
    }

    @GetMapping("/top-ups")
    String topUps(TopUpView.@Nullable State state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", TopUpView.State.values());
        model.addAttribute("topUps", topUps.page(null, state, list.page()));
        return "console/prepaid/top-ups";
    }

    @GetMapping("/top-ups/export")
    ResponseEntity<byte[]> exportTopUps(TopUpView.@Nullable State state, ListRequest list) {
        return sheets.<TopUpView>of("top-ups")
                .column("console.prepaid.top-up", TopUpView::number)
                .column("console.customer.name", TopUpView::customerName)
                .column("console.list.state", TopUpView::state)
                .column("console.prepaid.amount", TopUpView::amount)
                .column("console.prepaid.bonus", TopUpView::bonus)
                .column("console.prepaid.reference", TopUpView::bankReference)
                .column("console.prepaid.recorded", it -> it.recorded().at())
                .column("console.ops.by", it -> it.recorded().name())
                .file(list.rows(page -> topUps.page(null, state, page)));
    }

    @GetMapping("/top-ups/{number}")
    String topUp(@PathVariable String number, Model model) {
        model.addAttribute(
                "view", topUps.find(number).orElseThrow(() -> new Missing("top-up " + number)));
        return "console/prepaid/top-up";
    }

    /**
     * @param asked of a preview: what would be recorded
     */
    @GetMapping("/accounts/{customer}")
    String account(
            @PathVariable("customer") UUID id, TopUpForm asked, ListRequest list, Model model) {
        CustomerView view = customer(id);
        CustomerId customer = view.id();
        TopUpForm form = model.getAttribute(TYPED) instanceof TopUpForm typed ? typed : asked;
        Optional<AnnouncementView> announced = announced(customer, form.takesOver());
        if (announced.isPresent()) {
            form = form.filledFrom(announced.get());
        }
        model.addAttribute("announced", announced.orElse(null));
        model.addAttribute("customer", view);
        model.addAttribute("account", accounts.balance(customer));
        model.addAttribute("holds", accounts.holds(customer, NEWEST));
        model.addAttribute("entries", accounts.entries(customer, list.page()));
        model.addAttribute("topUps", topUps.page(customer, null, NEWEST));
        model.addAttribute("form", form);
        model.addAttribute("preview", form.money().map(rules::bonus).orElse(null));
        model.addAttribute("methods", PaymentMethod.values());
        Optional<PaymentRule> decisive = methods.decisive(view.viewer());
        model.addAttribute("decisive", decisive.orElse(null));
        model.addAttribute(
                "allowed",
                decisive.map(PaymentRule::methods).orElse(Set.of(PaymentMethod.values())));
        return "console/prepaid/account";
    }

    private Optional<AnnouncementView> announced(CustomerId customer, String number) {
        return announcements
                .find(number)
                .filter(it -> it.customer().equals(customer))
                .filter(it -> it.purpose() == Purpose.TOP_UP)
                .filter(it -> it.state() == AnnouncementState.OPEN);
    }

    @GetMapping("/accounts/{customer}/export")
    ResponseEntity<byte[]> exportEntries(@PathVariable("customer") UUID id, ListRequest list) {
        CustomerView customer = customer(id);
        return sheets.<EntryView>of("prepaid-" + customer.number())
                .column("console.prepaid.since", EntryView::at)
                .column("console.prepaid.what", EntryView::kind)
                .column("console.prepaid.note", EntryView::note)
                .column("console.ops.by", EntryView::by)
                .column("console.prepaid.document", EntryView::document)
                .column("console.prepaid.order", EntryView::order)
                .column("console.prepaid.principal", it -> it.amount().principal())
                .column("console.prepaid.bonus", it -> it.amount().bonus())
                .column("console.prepaid.after", it -> it.after().total())
                .file(list.rows(page -> accounts.entries(customer.id(), page)));
    }

    private CustomerView customer(UUID id) {
        CustomerId customer = new CustomerId(id);
        return customers.customer(customer).orElseThrow(() -> new Missing("customer " + customer));
    }

    @GetMapping("/rules")
    String rules(ListRequest list, Model model) {
        model.addAttribute("inForce", rules.inForce(MallTime.today(clock)));
        model.addAttribute("history", rules.history(list.page()));
        model.addAttribute("today", MallTime.today(clock));
        return "console/prepaid/rules";
    }
}
