package io.mallhub.console.prepaid;

import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Top-ups that buyers made themselves through the payment provider. */
@Controller
@RequestMapping("/console/prepaid/own")
class OwnTopUpPages {
    private final OwnTopUps topUps;
    private final Spreadsheets sheets;

    OwnTopUpPages(OwnTopUps topUps, Spreadsheets sheets) {
        this.topUps = topUps;
        this.sheets = sheets;
    }

    @GetMapping
    String list(@Nullable OwnTopUpState state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", OwnTopUpState.values());
        model.addAttribute("topUps", topUps.page(null, state, list.page()));
        return "console/prepaid/own";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable OwnTopUpState state, ListRequest list) {
        return sheets.<OwnTopUpView>of("own-top-ups")
                .column("console.prepaid.top-up", OwnTopUpView::number)
                .column("console.customer.name", OwnTopUpView::customerName)
                .column("console.list.state", OwnTopUpView::state)
                .column("console.prepaid.amount", OwnTopUpView::amount)
                .column("console.prepaid.bonus", OwnTopUpView::bonus)
                .column("console.payments.payment", OwnTopUpView::payment)
                .column("console.prepaid.own.started", OwnTopUpView::startedAt)
                .column("console.ops.by", OwnTopUpView::startedBy)
                .column("console.prepaid.own.ended", OwnTopUpView::endedAt)
                .column("console.prepaid.own.late", OwnTopUpView::late)
                .file(list.rows(page -> topUps.page(null, state, page)));
    }
}
