package io.mallhub.console.returns;

import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnRow;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ReturnQuery;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
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
    private final Words words;
    private final Times times;

    ReturnList(Returns returns, Words words, Times times) {
        this.returns = returns;
        this.words = words;
        this.times = times;
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
        return new Spreadsheet<ReturnRow>("returns")
                .column(words.code("console.return.number"), ReturnRow::number)
                .column(words.code("console.order.number"), ReturnRow::orderNumber)
                .column(words.code("console.customer.name"), ReturnRow::customerName)
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(words.code("console.return.reason"), row -> words.of(row.reason()))
                .column(
                        words.code("console.order.submitted-at"),
                        row -> times.text(row.submittedAt()))
                .of(list.rows(page -> returns.page(filter.query(), page)), words);
    }
}
