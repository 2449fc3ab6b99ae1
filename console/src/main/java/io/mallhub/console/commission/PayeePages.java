package io.mallhub.console.commission;

import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees;
import io.mallhub.commission.Payees.ChangeOutcome;
import io.mallhub.commission.Payees.ChangePayee;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** Accounts that are paid: asked for by one person, confirmed by another. */
@Controller
@RequestMapping("/console/commission/payees")
class PayeePages {
    private final Payees payees;
    private final Spreadsheets sheets;
    private final Words words;
    private final Times times;

    PayeePages(Payees payees, Spreadsheets sheets, Words words, Times times) {
        this.payees = payees;
        this.sheets = sheets;
        this.words = words;
        this.times = times;
    }

    record Form(
            @Nullable String beneficiary,
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String account,
            @Nullable String uscc,
            @Nullable String phone,
            @Nullable String address) {}

    @GetMapping
    String payees(ListRequest list, Model model) {
        model.addAttribute("payees", payees.page(list.page()));
        return "console/commission/payees";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<Payee>of("payees")
                .column("console.commission.beneficiary", Payee::beneficiary)
                .column("console.commission.payee.holder", Payee::holder)
                .column("console.commission.payee.bank", Payee::bank)
                .column(
                        "console.commission.payee.account",
                        it -> it.confirmed() == null ? it.account() : it.masked())
                .column("console.commission.payee.asked", Payee::requestedBy)
                .column("console.ops.at", Payee::requestedAt)
                .column("console.list.state", this::state)
                .file(list.rows(payees::page));
    }

    private String state(Payee payee) {
        Boolean confirmed = payee.confirmed();
        if (confirmed == null) {
            return words.code("console.commission.payee.waits");
        }
        return confirmed
                ? words.code("console.commission.payee.from")
                        + " "
                        + times.text(payee.inForceFrom())
                : words.code("console.commission.payee.refused");
    }

    @PostMapping
    String request(Form form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        ChangeOutcome outcome =
                payees.request(
                        new ChangePayee(
                                text(form.beneficiary()),
                                text(form.holder()),
                                text(form.bank()),
                                text(form.account()),
                                text(form.uscc()),
                                text(form.phone()),
                                text(form.address()),
                                me.actor()));
        Notice.tell(redirect, refusal(outcome), "console.notice.payee-requested", "");
        return "redirect:/console/commission/payees";
    }

    @PostMapping("/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam boolean confirm,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(payees.decide(id, confirm, me.actor())),
                "console.notice.payee-decided",
                "");
        return "redirect:/console/commission/payees";
    }

    private static Optional<String> refusal(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Done _ -> Optional.empty();
            case ChangeOutcome.Refused refused -> Optional.of(refused.why());
        };
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
