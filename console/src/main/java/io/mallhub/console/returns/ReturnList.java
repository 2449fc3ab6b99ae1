package io.mallhub.console.returns;

import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnRow;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ReturnQuery;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/returns")
class ReturnList {
    private final Returns returns;
    private final Spreadsheets sheets;

    ReturnList(Returns returns, Spreadsheets sheets) {
        this.returns = returns;
        this.sheets = sheets;
    }

    record Filter(
            @Nullable ReturnState state, @Nullable ReturnReason reason, @Nullable String text) {
        ReturnQuery query() {
            return new ReturnQuery(null, state, reason, null, Typed.words(text));
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("states", ReturnState.values());
        model.addAttribute("reasons", ReturnReason.values());
        model.addAttribute("returns", returns.page(filter.query(), list.page()));
        return "console/returns/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return sheets.<ReturnRow>of("returns")
                .column("console.return.number", ReturnRow::number)
                .column("console.order.number", ReturnRow::orderNumber)
                .column("console.customer.name", ReturnRow::customerName)
                .column("console.list.state", ReturnRow::state)
                .column("console.return.reason", ReturnRow::reason)
                .column("console.order.submitted-at", ReturnRow::submittedAt)
                .file(list.rows(page -> returns.page(filter.query(), page)));
    }
}
