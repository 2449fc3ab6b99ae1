package io.mallhub.console.receivables;

import io.mallhub.identity.StaffView;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.webkit.Notice;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What finance does about payments received. */
@Controller
@RequestMapping("/console/receivables")
class ReceiptActs {
    private static final String RECEIPT = "redirect:/console/receivables/receipts/{number}";

    private final Receipts receipts;
    private final Announcements announcements;

    ReceiptActs(Receipts receipts, Announcements announcements) {
        this.receipts = receipts;
        this.announcements = announcements;
    }

    /** What was refused comes back filled in. */
    @PostMapping("/accounts/{customer}")
    String record(
            @PathVariable UUID customer,
            ReceiptForm form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        switch (record(new CustomerId(customer), form, me)) {
            case RecordOutcome.Recorded recorded -> {
                Notice.done(redirect, "console.notice.receipt-recorded", recorded.number());
                return "redirect:/console/receivables/receipts/" + recorded.number();
            }
            case RecordOutcome.Refused refused ->
                    Notice.refused(redirect, refused.problem(), refused.detail());
        }
        redirect.addFlashAttribute(AccountPage.TYPED, form);
        return "redirect:/console/receivables/accounts/{customer}";
    }

    private RecordOutcome record(CustomerId customer, ReceiptForm form, StaffView me) {
        Optional<Money> money = form.money();
        if (money.isEmpty()) {
            return new RecordOutcome.Refused("receipt.amount", form.typedAmount());
        }
        Optional<LocalDate> day = form.onDay();
        return day.isEmpty()
                ? new RecordOutcome.Refused("receipt.day", form.typedDay())
                : record(form.takesOver(), form.command(customer, money.get(), day.get(), me));
    }

    private RecordOutcome record(String announcement, RecordReceipt command) {
        return announcement.isEmpty()
                ? receipts.record(command)
                : announcements.takeOver(announcement, command);
    }

    @PostMapping("/receipts/{number}/confirm")
    String confirm(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, receipts.confirm(number, me.actor()), "confirmed", number);
    }

    @PostMapping("/receipts/{number}/discard")
    String discard(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, receipts.discard(number, reason, me.actor()), "discarded", number);
    }

    @PostMapping("/receipts/{number}/ask-reversal")
    String askReversal(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        DecideOutcome outcome = receipts.askReversal(number, reason, me.actor());
        return tell(redirect, outcome, "reversal-asked", number);
    }

    @PostMapping("/receipts/{number}/decline-reversal")
    String declineReversal(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        DecideOutcome outcome = receipts.declineReversal(number, me.actor());
        return tell(redirect, outcome, "reversal-declined", number);
    }

    @PostMapping("/receipts/{number}/reverse")
    String reverse(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return tell(redirect, receipts.reverse(number, me.actor()), "reversed", number);
    }

    private static String tell(
            RedirectAttributes redirect, DecideOutcome outcome, String done, String number) {
        Optional<String> refusal =
                switch (outcome) {
                    case DecideOutcome.Done _ -> Optional.empty();
                    case DecideOutcome.Refused refused -> Optional.of(refused.why());
                };
        Notice.tell(redirect, refusal, "console.notice.receipt-" + done, number);
        return RECEIPT;
    }
}
