package io.mallhub.console.receivables;

import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Orders that are paid by transfer before they are sent. */
@Controller
@RequestMapping("/console/receivables/orders")
class OrderTransferPages {
    private final OrderTransfers transfers;
    private final Spreadsheets sheets;

    OrderTransferPages(OrderTransfers transfers, Spreadsheets sheets) {
        this.transfers = transfers;
        this.sheets = sheets;
    }

    @GetMapping
    String list(@Nullable TransferState state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", TransferState.values());
        model.addAttribute("transfers", transfers.page(null, state, list.page()));
        return "console/receivables/orders";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable TransferState state, ListRequest list) {
        return sheets.<TransferView>of("order-transfers")
                .column("console.prepaid.order", TransferView::order)
                .column("console.customer.name", TransferView::customerName)
                .column("console.list.state", TransferView::state)
                .column("console.receivables.amount", TransferView::amount)
                .column("console.receivables.received", TransferView::received)
                .column("console.receivables.missing", TransferView::missing)
                .column("console.receivables.with-finance", TransferView::announced)
                .column("console.payments.opened", TransferView::openedAt)
                .column("console.payments.expires", TransferView::dueAt)
                .file(list.rows(page -> transfers.page(null, state, page)));
    }
}
