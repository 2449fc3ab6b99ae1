package io.mallhub.console.payments;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.OnlineRefunds.ActOutcome;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentNotices.HandleOutcome;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.RefundView;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Words;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What finance does about online payments. */
@Controller
@RequestMapping("/console/payments")
class PaymentActs {
    private final OnlinePayments payments;
    private final OnlineRefunds refunds;
    private final PaymentNotices notices;
    private final TaskDesk desk;
    private final Words words;

    PaymentActs(
            OnlinePayments payments,
            OnlineRefunds refunds,
            PaymentNotices notices,
            TaskDesk desk,
            Words words) {
        this.payments = payments;
        this.refunds = refunds;
        this.notices = notices;
        this.desk = desk;
        this.words = words;
    }

    /** What became of it, by the provider's own word. */
    @PostMapping("/{number}/ask")
    String ask(@PathVariable String number, RedirectAttributes redirect) {
        if (payments.find(number).isEmpty()) {
            throw new Missing("payment " + number);
        }
        PaymentState state = payments.ask(number);
        if (state == PaymentState.UNCLEAR) {
            Notice.refused(redirect, "console.notice.payment-unclear", number);
        } else {
            Notice.done(redirect, "console.notice.payment-asked", words.of(state));
        }
        return "redirect:/console/payments/{number}";
    }

    /** A refused refund is sent again, or was paid back another way; both with a reason. */
    @PostMapping("/refunds/{number}/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        RefundView refund = refunds.find(number).orElseThrow(() -> new Missing("refund " + number));
        TaskView task = desk.open(key, number);
        if (!CommonTasks.decisionsOf(OnlineRefund.REFUSED_TASK).contains(decision)) {
            throw new IllegalArgumentException(decision + " is no answer to " + task.element());
        }
        Optional<String> refusal =
                desk.decide(
                        task,
                        new Answer(decision, reason.strip(), true),
                        me,
                        it -> act(number, decision, reason, me));
        Notice.tell(redirect, refusal, "console.notice.refund-" + decision, number);
        return "redirect:/console/payments/" + refund.payment();
    }

    /** An earlier click may have got as far as here: then only the task is left to be done. */
    private Optional<String> act(String number, String decision, String reason, StaffView me) {
        ActOutcome outcome =
                decision.equals(OnlineRefund.SETTLE)
                        ? refunds.settle(number, reason, me.actor())
                        : refunds.retry(number, reason, me.actor());
        return switch (outcome) {
            case ActOutcome.Done _ -> Optional.empty();
            case ActOutcome.Refused refused -> Optional.of(refused.why());
        };
    }

    @PostMapping("/notices/{id}")
    String handled(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String how,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                switch (notices.handled(id, how, me.actor())) {
                    case HandleOutcome.Done _ -> Optional.empty();
                    case HandleOutcome.Refused refused -> Optional.of(refused.why());
                };
        Notice.tell(redirect, refusal, "console.notice.payment-notice-handled", "");
        return "redirect:/console/payments/notices";
    }
}
