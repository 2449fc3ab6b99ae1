package io.mallhub.console.receivables;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Receipts;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.StatementPeriod;
import io.mallhub.webkit.StatementSheet;
import io.mallhub.webkit.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's statement of account, what is open of it, and where a payment is recorded. */
@Controller
@RequestMapping("/console/receivables/accounts/{customer}")
class AccountPage {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    private static final PageRequest OPEN = PageRequest.first(50);
    private static final PageRequest NEWEST = PageRequest.first(10);

    private final AccountStatements statements;
    private final Receivables receivables;
    private final Receipts receipts;
    private final Announcements announcements;
    private final OrderTransfers transfers;
    private final Customers customers;
    private final StatementSheet sheet;
    private final Times times;

    AccountPage(
            AccountStatements statements,
            Receivables receivables,
            Receipts receipts,
            Announcements announcements,
            OrderTransfers transfers,
            Customers customers,
            StatementSheet sheet,
            Times times) {
        this.statements = statements;
        this.receivables = receivables;
        this.receipts = receipts;
        this.announcements = announcements;
        this.transfers = transfers;
        this.customers = customers;
        this.sheet = sheet;
        this.times = times;
    }

    @GetMapping
    String statement(
            @PathVariable("customer") UUID id,
            StatementPeriod asked,
            @RequestParam(defaultValue = "") String announcement,
            ListRequest list,
            Model model) {
        CustomerView customer = customer(id);
        Period period = asked.period(times.today());
        ReceiptForm form = form(customer.id(), announcement, model);
        model.addAttribute("customer", customer);
        model.addAttribute("credit", receivables.position(customer.id()));
        model.addAttribute("open", statements.open(customer.id(), OPEN));
        model.addAttribute("period", period);
        model.addAttribute("summary", statements.summary(customer.id(), period));
        model.addAttribute("lines", statements.lines(customer.id(), period, list.page()));
        model.addAttribute("receipts", receipts.page(customer.id(), null, NEWEST));
        model.addAttribute("form", form);
        model.addAttribute("announced", announced(customer.id(), form.takesOver()).orElse(null));
        model.addAttribute("awaited", awaited(customer.id(), form));
        model.addAttribute("today", times.today());
        return "console/receivables/statement";
    }

    /** Orders that wait for a transfer, and those of the form that wait no more. */
    private List<TransferView> awaited(CustomerId customer, ReceiptForm form) {
        List<TransferView> awaited =
                new ArrayList<>(transfers.page(customer, TransferState.OPEN, OPEN).items());
        form.meantFor().stream()
                .map(transfers::ofOrder)
                .flatMap(Optional::stream)
                .filter(it -> it.customer().equals(customer) && it.state() == TransferState.CLOSED)
                .forEach(awaited::add);
        return awaited;
    }

    /**
     * @param announcement number of the one to take over, or empty
     */
    private ReceiptForm form(CustomerId customer, String announcement, Model model) {
        return model.getAttribute(TYPED) instanceof ReceiptForm typed
                ? typed
                : announced(customer, announcement)
                        .map(ReceiptForm::of)
                        .orElseGet(
                                () ->
                                        new ReceiptForm(
                                                "", "", times.day(times.today()), "", null, null));
    }

    private Optional<AnnouncementView> announced(CustomerId customer, String number) {
        return announcements
                .find(number)
                .filter(it -> it.customer().equals(customer))
                .filter(it -> it.state() == AnnouncementState.OPEN)
                .filter(it -> it.purpose() != Purpose.TOP_UP);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @PathVariable("customer") UUID id, StatementPeriod asked, ListRequest list) {
        CustomerView customer = customer(id);
        Period period = asked.period(times.today());
        return sheet.of(
                "statement-" + customer.number(),
                period,
                statements.summary(customer.id(), period),
                list.rows(page -> statements.lines(customer.id(), period, page)));
    }

    private CustomerView customer(UUID id) {
        CustomerId customer = new CustomerId(id);
        return customers.customer(customer).orElseThrow(() -> new Missing("customer " + customer));
    }
}
