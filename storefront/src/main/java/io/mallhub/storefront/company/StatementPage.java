package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.Announcements;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.StatementPeriod;
import io.mallhub.webkit.StatementSheet;
import io.mallhub.webkit.Times;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the buyer's own company owes, for those who may see its money. */
@Controller
@RequestMapping("/statement")
class StatementPage {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    private static final PageRequest NEWEST = PageRequest.first(10);
    private static final PageRequest OPEN = PageRequest.first(50);

    private final AccountStatements statements;
    private final Receivables receivables;
    private final Announcements announcements;
    private final StatementSheet sheet;
    private final Times times;

    StatementPage(
            AccountStatements statements,
            Receivables receivables,
            Announcements announcements,
            StatementSheet sheet,
            Times times) {
        this.statements = statements;
        this.receivables = receivables;
        this.announcements = announcements;
        this.sheet = sheet;
        this.times = times;
    }

    @GetMapping
    String page(BuyerView buyer, StatementPeriod asked, ListRequest list, Model model) {
        Period period = asked.period(times.today());
        model.addAttribute("credit", receivables.position(buyer.company()));
        model.addAttribute("debts", statements.open(buyer.company(), OPEN));
        model.addAttribute("period", period);
        model.addAttribute("summary", statements.summary(buyer.company(), period));
        model.addAttribute("page", statements.lines(buyer.company(), period, list.page()));
        model.addAttribute(
                "form",
                model.getAttribute(TYPED) instanceof TransferForm typed
                        ? typed
                        : new TransferForm("", "", times.day(times.today()), ""));
        model.addAttribute("announced", announcements.page(buyer.company(), null, NEWEST));
        model.addAttribute("today", times.today());
        return "storefront/statement";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(BuyerView buyer, StatementPeriod asked, ListRequest list) {
        Period period = asked.period(times.today());
        return sheet.of(
                "statement",
                period,
                statements.summary(buyer.company(), period),
                list.rows(page -> statements.lines(buyer.company(), period, page)));
    }
}
