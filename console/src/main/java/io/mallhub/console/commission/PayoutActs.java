package io.mallhub.console.commission;

import io.mallhub.commission.Payouts;
import io.mallhub.commission.Payouts.ApprovalOutcome;
import io.mallhub.commission.Payouts.PaymentFile;
import io.mallhub.commission.Payouts.ResultOutcome;
import io.mallhub.commission.StatementView;
import io.mallhub.commission.StatementView.VoucherState;
import io.mallhub.commission.Statements;
import io.mallhub.commission.Statements.ActOutcome;
import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What sales and finance decide on payouts: recorded in the core first, then the task completed.
 */
@Controller
@RequestMapping("/console/commission")
class PayoutActs {
    private static final String BACK = "redirect:/console/commission/{number}";
    private final Statements statements;
    private final Payouts payouts;
    private final TaskDesk desk;
    private final Clock clock;

    PayoutActs(Statements statements, Payouts payouts, TaskDesk desk, Clock clock) {
        this.statements = statements;
        this.payouts = payouts;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * @param decision one of the task's answers
     * @param reference the bank's, or the ERP's voucher number found by hand
     */
    record Form(
            String decision,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable LocalDate on) {
        String why() {
            return reason == null ? "" : reason.strip();
        }

        String found() {
            return reference == null ? "" : reference.strip();
        }
    }

    @PostMapping("/{number}/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            Form form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        TaskView task = desk.open(key, number);
        PayoutTask kind = PayoutTask.of(task.element());
        if (!kind.answers().contains(form.decision())) {
            throw new IllegalArgumentException(
                    form.decision() + " is no answer to " + task.element());
        }
        Optional<String> refusal =
                PayoutTask.needsReason(form.decision()) && form.why().isEmpty()
                        ? Optional.of("console.notice.reason-missing")
                        : desk.decide(
                                task,
                                new Answer(form.decision(), form.why(), true),
                                me,
                                it -> record(kind, it, form, me));
        Notice.tell(redirect, refusal, "console.notice.payout-" + form.decision(), number);
        return BACK;
    }

    @PostMapping("/{number}/disputes/{dispute}")
    String answer(
            @PathVariable String number,
            @PathVariable long dispute,
            @RequestParam boolean upheld,
            @RequestParam(required = false) @Nullable BigDecimal amount,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        boolean known = statement(number).disputes().stream().anyMatch(it -> it.id() == dispute);
        if (!known) {
            throw new Missing("dispute " + dispute + " of " + number);
        }
        Notice.tell(
                redirect,
                refusal(
                        statements.resolve(
                                dispute,
                                upheld,
                                amount == null ? null : new Money(amount),
                                reason,
                                me.actor())),
                "console.notice.dispute-answered",
                number);
        return BACK;
    }

    @PostMapping("/payouts")
    String request(
            @RequestParam YearMonth month,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (month.isBefore(YearMonth.from(MallTime.today(clock)))) {
            statements.requestPayout(month, me.actor());
            Notice.done(redirect, "console.notice.payout-requested", month.toString());
        } else {
            Notice.refused(redirect, "console.notice.month-not-over", month.toString());
        }
        return "redirect:/console/commission?month=" + month;
    }

    @PostMapping("/files")
    String file(
            @RequestParam YearMonth month,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> made = payouts.createFile(month, me.actor()).map(PaymentFile::number);
        made.ifPresentOrElse(
                it -> Notice.done(redirect, "console.notice.payment-file", it),
                () -> Notice.refused(redirect, "console.notice.payment-file-empty", ""));
        return "redirect:/console/commission?month=" + month;
    }

    private Optional<String> record(PayoutTask kind, TaskView task, Form form, StaffView me) {
        String number = task.businessNumber();
        return switch (kind) {
            case APPROVAL ->
                    refusal(
                            payouts.decide(
                                    number,
                                    PayoutTask.step(task.element()),
                                    form.decision().equals("approve"),
                                    form.why(),
                                    me.actor()));
            case LINK ->
                    form.decision().equals("clear")
                            ? refusal(statements.clearLinks(number, form.why(), me.actor()))
                            : Optional.empty();
            case VOUCHER -> voucher(number, form);
            case PAYMENT -> payment(number, form, me);
            case DISPUTE ->
                    statement(number).disputes().stream().anyMatch(it -> it.upheld() == null)
                            ? Optional.of("console.notice.disputes-open")
                            : Optional.empty();
        };
    }

    /** What the ERP may have is never given up; a number found there ends the question. */
    private Optional<String> voucher(String number, Form form) {
        if (form.decision().equals("retry") && !form.found().isEmpty()) {
            payouts.recordVoucherPosted(number, form.found(), clock.instant());
        }
        boolean surelyNot = statement(number).voucher().state() == VoucherState.NOT_SENT;
        return form.decision().equals("give-up") && !surelyNot
                ? Optional.of("console.notice.voucher-may-be-there")
                : Optional.empty();
    }

    private Optional<String> payment(String number, Form form, StaffView me) {
        LocalDate on = form.on() == null ? MallTime.today(clock) : form.on();
        ResultOutcome outcome =
                form.decision().equals("paid")
                        ? payouts.recordPaid(number, form.found(), on, me.actor())
                        : payouts.recordFailed(number, form.why(), me.actor());
        return switch (outcome) {
            case ResultOutcome.Recorded _ -> Optional.empty();
            case ResultOutcome.Refused refused -> Optional.of(refused.why());
        };
    }

    private StatementView statement(String number) {
        return statements.statement(number).orElseThrow(() -> new Missing("statement " + number));
    }

    private static Optional<String> refusal(ApprovalOutcome outcome) {
        return switch (outcome) {
            case ApprovalOutcome.Recorded _ -> Optional.empty();
            case ApprovalOutcome.Refused refused -> Optional.of(refused.why());
        };
    }

    static Optional<String> refusal(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Done _ -> Optional.empty();
            case ActOutcome.Refused refused -> Optional.of(refused.why());
        };
    }
}
