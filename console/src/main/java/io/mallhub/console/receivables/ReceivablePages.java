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
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
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
    private final Spreadsheets sheets;

    ReceivablePages(
            Debtors debtors, Receipts receipts, Announcements announcements, Spreadsheets sheets) {
        this.debtors = debtors;
        this.receipts = receipts;
        this.announcements = announcements;
        this.sheets = sheets;
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
        return sheets.<Debtor>of("receivables")
                .column("console.customer.number", Debtor::number)
                .column("console.customer.name", Debtor::name)
                .column("console.credit.limit", Debtor::limit)
                .column("console.credit.balance", Debtor::balance)
                .column("console.receivables.used", Debtor::used)
                .column("console.receivables.overdue", Debtor::overdue)
                .column("console.credit.free", Debtor::free)
                .file(list.rows(page -> debtors.page(filter.query(), page)));
    }

    @GetMapping("/receipts")
    String receipts(ReceiptView.@Nullable State state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", ReceiptView.State.values());
        model.addAttribute("receipts", receipts.page(null, state, list.page()));
        return "console/receivables/receipts";
    }

    @GetMapping("/receipts/export")
    ResponseEntity<byte[]> exportReceipts(ReceiptView.@Nullable State state, ListRequest list) {
        return sheets.<ReceiptView>of("receipts")
                .column("console.receivables.receipt", ReceiptView::number)
                .column("console.customer.name", ReceiptView::customerName)
                .column("console.list.state", ReceiptView::state)
                .column("console.receivables.amount", ReceiptView::amount)
                .column("console.receivables.reference", ReceiptView::bankReference)
                .column("console.receivables.day", ReceiptView::receivedOn)
                .column("console.receivables.recorded", ReceiptView::recordedAt)
                .column("console.ops.by", ReceiptView::recordedBy)
                .file(list.rows(page -> receipts.page(null, state, page)));
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
