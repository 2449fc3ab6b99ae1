package io.mallhub.console.commission;

import io.mallhub.commission.Commissions;
import io.mallhub.commission.Entry;
import io.mallhub.commission.StatementView;
import io.mallhub.commission.Statements;
import io.mallhub.commission.Statements.StatementQuery;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A salesperson's own commission, proven line by line; nobody else's can be read here. */
@Controller
@RequestMapping("/console/my-commission")
class OwnStatements {
    private static final String BACK = "redirect:/console/my-commission/{number}";
    private final Statements statements;
    private final Commissions commissions;
    private final Spreadsheets sheets;

    OwnStatements(Statements statements, Commissions commissions, Spreadsheets sheets) {
        this.statements = statements;
        this.commissions = commissions;
        this.sheets = sheets;
    }

    @GetMapping
    String mine(ListRequest list, @AuthenticationPrincipal StaffView me, Model model) {
        String login = me.login().toLowerCase(Locale.ROOT);
        model.addAttribute("balance", commissions.balance(login));
        model.addAttribute("entries", commissions.entries(login, list.page()));
        model.addAttribute(
                "statements",
                statements.page(new StatementQuery(null, null, login), PageRequest.first(24)));
        return "console/commission/mine";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list, @AuthenticationPrincipal StaffView me) {
        String login = me.login().toLowerCase(Locale.ROOT);
        return sheets.<Entry>of("commission")
                .column("console.ops.at", Entry::at)
                .column("console.commission.what", Entry::kind)
                .column("console.commission.document", Entry::document)
                .column("console.commission.amount", Entry::amount)
                .column("console.commission.balance", Entry::balanceAfter)
                .file(list.rows(page -> commissions.entries(login, page)));
    }

    @GetMapping("/{number}")
    String statement(
            @PathVariable String number, @AuthenticationPrincipal StaffView me, Model model) {
        model.addAttribute("statement", found(number, me));
        model.addAttribute("differences", statements.prove(number));
        return "console/commission/own";
    }

    @PostMapping("/{number}/confirm")
    String confirm(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        found(number, me);
        Notice.tell(
                redirect,
                PayoutActs.refusal(statements.confirm(number, me.actor())),
                "console.notice.statement-confirmed",
                number);
        return BACK;
    }

    @PostMapping("/{number}/disputes")
    String dispute(
            @PathVariable String number,
            @RequestParam long entry,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        found(number, me);
        Notice.tell(
                redirect,
                PayoutActs.refusal(statements.dispute(number, entry, reason, me.actor())),
                "console.notice.line-disputed",
                number);
        return BACK;
    }

    private StatementView found(String number, StaffView me) {
        return statements
                .statementOf(me.login(), number)
                .orElseThrow(() -> new Missing("statement " + number));
    }
}
