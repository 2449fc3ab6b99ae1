package io.mallhub.console.commission;

import io.mallhub.commission.Payouts;
import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.Statements;
import io.mallhub.commission.Statements.StatementQuery;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Words;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Statements of all beneficiaries by month, and the payment files of a month. */
@Controller
@RequestMapping("/console/commission")
class PayoutList {
    private final Statements statements;
    private final Payouts payouts;
    private final Words words;
    private final Clock clock;

    PayoutList(Statements statements, Payouts payouts, Words words, Clock clock) {
        this.statements = statements;
        this.payouts = payouts;
        this.words = words;
        this.clock = clock;
    }

    record Filter(@Nullable YearMonth month, @Nullable StatementState state) {
        StatementQuery query() {
            return new StatementQuery(month, state, null);
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("states", StatementState.values());
        model.addAttribute("months", statements.months());
        model.addAttribute("lastMonth", YearMonth.from(MallTime.today(clock)).minusMonths(1));
        model.addAttribute("statements", statements.page(filter.query(), list.page()));
        YearMonth month = filter.month();
        model.addAttribute("files", month == null ? List.of() : payouts.files(month));
        return "console/commission/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return new Spreadsheet<StatementRow>("commission")
                .column(words.code("console.commission.number"), StatementRow::number)
                .column(words.code("console.commission.month"), StatementRow::month)
                .column(words.code("console.commission.beneficiary"), StatementRow::name)
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(words.code("console.commission.total"), row -> row.total().amount())
                .column(words.code("console.commission.held"), row -> row.held().amount())
                .column(words.code("console.commission.payable"), row -> row.payable().amount())
                .of(list.rows(page -> statements.page(filter.query(), page)), words);
    }
}
