package io.mallhub.console.receivables;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.receipt.Repayments;
import io.mallhub.receipt.Repayments.AskOutcome;
import io.mallhub.receipt.Repayments.Outcome;
import io.mallhub.receipt.Repayments.RecordRepayment;
import io.mallhub.receipt.Repayments.RepaymentState;
import io.mallhub.receipt.Repayments.RepaymentView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.TypedTransfer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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

/** Money that goes back to customers by transfer, and what finance does about it. */
@Controller
@RequestMapping("/console/receivables/repayments")
class RepaymentPages {
    private static final String ONE = "redirect:/console/receivables/repayments/{number}";

    private final Repayments repayments;
    private final Spreadsheets sheets;
    private final Times times;

    RepaymentPages(Repayments repayments, Spreadsheets sheets, Times times) {
        this.repayments = repayments;
        this.sheets = sheets;
        this.times = times;
    }

    /** How it was paid, as typed. */
    record PaidForm(
            @Nullable String amount,
            @Nullable String reference,
            @Nullable String day,
            @Nullable String note)
            implements TypedTransfer {}

    @GetMapping
    String list(@Nullable RepaymentState state, ListRequest list, Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", RepaymentState.values());
        model.addAttribute("repayments", repayments.page(null, state, list.page()));
        return "console/receivables/repayments";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable RepaymentState state, ListRequest list) {
        return sheets.<RepaymentView>of("repayments")
                .column("console.receivables.repayment", RepaymentView::number)
                .column("console.customer.name", RepaymentView::customerName)
                .column("console.list.state", RepaymentView::state)
                .column("console.receivables.amount", RepaymentView::amount)
                .column("console.prepaid.order", RepaymentView::order)
                .column("console.prepaid.document", RepaymentView::document)
                .column("console.payments.opened", RepaymentView::askedAt)
                .column("console.receivables.reference", RepaymentView::bankReference)
                .column("console.receivables.paid-on", RepaymentView::paidOn)
                .column("console.ops.by", RepaymentView::recordedBy)
                .column("console.house.decided-by", RepaymentView::decidedBy)
                .column("console.reason", RepaymentView::words)
                .file(list.rows(page -> repayments.page(null, state, page)));
    }

    @GetMapping("/{number}")
    String repayment(@PathVariable String number, Model model) {
        model.addAttribute(
                "view",
                repayments.find(number).orElseThrow(() -> new Missing("repayment " + number)));
        model.addAttribute("today", times.today());
        return "console/receivables/repayment";
    }

    @PostMapping("/accounts/{customer}")
    String ask(
            @PathVariable UUID customer,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<Money> money = new PaidForm(amount, "", "", "").money();
        AskOutcome outcome =
                money.isEmpty()
                        ? new AskOutcome.Refused("repayment.amount", amount)
                        : repayments.ask(new CustomerId(customer), money.get(), reason, me.actor());
        return switch (outcome) {
            case AskOutcome.Asked asked -> {
                Notice.done(redirect, "console.notice.repayment-asked", asked.number());
                yield "redirect:/console/receivables/repayments/" + asked.number();
            }
            case AskOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), refused.detail());
                yield "redirect:/console/receivables/accounts/{customer}";
            }
        };
    }

    @PostMapping("/{number}/record")
    String record(
            @PathVariable String number,
            PaidForm form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<LocalDate> day = form.onDay();
        Outcome outcome =
                day.isEmpty()
                        ? new Outcome.Refused("receipt.day", form.typedDay())
                        : repayments.record(
                                new RecordRepayment(
                                        number,
                                        form.bankReference(),
                                        day.get(),
                                        form.remark(),
                                        me.actor()));
        return tell(redirect, outcome, "recorded", number);
    }

    @PostMapping("/{number}/put-back")
    String putBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, repayments.putBack(number, reason, me.actor()), "put-back", number);
    }

    @PostMapping("/{number}/confirm")
    String confirm(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, repayments.confirm(number, me.actor()), "confirmed", number);
    }

    @PostMapping("/{number}/keep")
    String keep(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, repayments.keep(number, reason, me.actor()), "kept", number);
    }

    private static String tell(
            RedirectAttributes redirect, Outcome outcome, String done, String number) {
        switch (outcome) {
            case Outcome.Done _ ->
                    Notice.done(redirect, "console.notice.repayment-" + done, number);
            case Outcome.Refused refused ->
                    Notice.refused(redirect, refused.problem(), refused.detail());
        }
        return ONE;
    }
}
