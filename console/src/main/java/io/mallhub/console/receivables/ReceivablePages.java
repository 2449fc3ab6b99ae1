package io.mallhub.console.receivables;

import io.mallhub.console.access.Missing;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Debtors;
import io.mallhub.receipt.Debtors.Debtor;
import io.mallhub.receipt.Debtors.DebtorQuery;
import io.mallhub.receipt.Debtors.Only;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.Receipts;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who owes how much; payments received, and each of them. */
@Controller
@RequestMapping("/console/receivables")
class ReceivablePages {
    private final Debtors debtors;
    private final Receipts receipts;
    private final Announcements announcements;
    private final Words words;

    ReceivablePages(Debtors debtors, Receipts receipts, Announcements announcements, Words words) {
        this.debtors = debtors;
        this.receipts = receipts;
        this.announcements = announcements;
        this.words = words;
    }

    record Filter(@Nullable String text, @Nullable Only only) {
        DebtorQuery query() {
            String typed = Typed.words(text);
            return new DebtorQuery(typed == null ? "" : typed, only == null ? Only.ALL : only);
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", Only.values());
        model.addAttribute("totals", debtors.totals());
        model.addAttribute("debtors", debtors.page(filter.query(), list.page()));
        return "console/receivables/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return new Spreadsheet<Debtor>("receivables")
                .column(words.code("console.customer.number"), Debtor::number)
                .column(words.code("console.customer.name"), Debtor::name)
                .column(words.code("console.credit.limit"), row -> row.limit().amount())
                .column(words.code("console.credit.balance"), row -> row.balance().amount())
                .column(words.code("console.receivables.used"), row -> row.used().amount())
                .column(words.code("console.receivables.overdue"), row -> row.overdue().amount())
                .column(words.code("console.credit.free"), row -> row.free().amount())
                .of(list.rows(page -> debtors.page(filter.query(), page)), words);
    }

    @GetMapping("/receipts")
    String receipts(ReceiptView.@Nullable State state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", ReceiptView.State.values());
        model.addAttribute("receipts", receipts.page(null, state, list.page()));
        return "console/receivables/receipts";
    }

    @GetMapping("/receipts/{number}")
    String receipt(@PathVariable String number, Model model) {
        model.addAttribute(
                "view", receipts.find(number).orElseThrow(() -> new Missing("receipt " + number)));
        model.addAttribute("acts", receipts.acts(number));
        model.addAttribute("announced", announcements.ofReceipt(number).orElse(null));
        return "console/receivables/receipt";
    }
}
