package io.mallhub.console.commission;

import io.mallhub.commission.Payouts;
import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.Statements;
import io.mallhub.commission.Statements.StatementQuery;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
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
    private final Spreadsheets sheets;
    private final Clock clock;

    PayoutList(Statements statements, Payouts payouts, Spreadsheets sheets, Clock clock) {
        this.statements = statements;
        this.payouts = payouts;
        this.sheets = sheets;
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
        return sheets.<StatementRow>of("commission")
                .column("console.commission.number", StatementRow::number)
                .column("console.commission.month", StatementRow::month)
                .column("console.commission.beneficiary", StatementRow::name)
                .column("console.list.state", StatementRow::state)
                .column("console.commission.total", StatementRow::total)
                .column("console.commission.held", StatementRow::held)
                .column("console.commission.payable", StatementRow::payable)
                .file(list.rows(page -> statements.page(filter.query(), page)));
    }
}
