package io.mallhub.console.returns;

import io.mallhub.bpmn.SalesReturn;
import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.returns.ReceiveReturn;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions of the desk and of finance, and goods that come in. */
@Controller
@RequestMapping("/console/returns/{number}")
class ReturnActs {
    private static final String BACK = "redirect:/console/returns/{number}";
    private static final Set<String> NEED_A_REASON = Set.of("reject", "give-up");

    private final Returns returns;
    private final TaskDesk desk;

    ReturnActs(Returns returns, TaskDesk desk) {
        this.returns = returns;
        this.desk = desk;
    }

    @PostMapping("/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        TaskView task = desk.open(key, number);
        if (!answers(task.element()).contains(decision)) {
            throw new IllegalArgumentException(decision + " is no answer to " + task.element());
        }
        Optional<String> refusal =
                NEED_A_REASON.contains(decision) && reason.isBlank()
                        ? Optional.of("console.notice.reason-missing")
                        : desk.decide(
                                task,
                                new Answer(decision, reason, true),
                                me,
                                it -> record(it, decision, reason, me));
        Notice.tell(redirect, refusal, "console.notice.return-decided", number);
        return BACK;
    }

    @PostMapping("/receive")
    String receive(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ReturnView view = returns.find(number).orElseThrow(() -> new Missing("return " + number));
        List<Quantity> came = new ArrayList<>();
        for (ReturnView.Line line : view.lines()) {
            Quantity.typed(form.getOrDefault("came-" + line.number(), "")).ifPresent(came::add);
        }
        Optional<String> refusal =
                came.size() == view.lines().size()
                        ? Refusal.of(returns.receive(new ReceiveReturn(number, came, me.actor())))
                        : Optional.of("console.notice.quantity-missing");
        Notice.tell(redirect, refusal, "console.notice.return-received", number);
        return BACK;
    }

    @PostMapping("/take-back")
    String takeBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", number);
            return BACK;
        }
        switch (returns.takeBack(number, reason, me.actor())) {
            case Returns.WithdrawOutcome.Requested _ ->
                    Notice.done(redirect, "console.notice.return-taken-back", number);
            case Returns.WithdrawOutcome.TooLate _ ->
                    Notice.refused(redirect, "console.notice.return-too-late", number);
        }
        return BACK;
    }

    private Optional<String> record(TaskView task, String decision, String reason, StaffView me) {
        boolean agreed = decision.equals("approve");
        return switch (task.element()) {
            case SalesReturn.REVIEW ->
                    Refusal.of(returns.review(task.businessNumber(), agreed, reason, me.actor()));
            case SalesReturn.REFUND_APPROVAL ->
                    Refusal.of(
                            returns.decideRefund(
                                    task.businessNumber(), agreed, reason, me.actor()));
            default -> Optional.empty();
        };
    }

    private static Set<String> answers(String element) {
        return switch (element) {
            case SalesReturn.REVIEW, SalesReturn.REFUND_APPROVAL -> Set.of("approve", "reject");
            case SalesReturn.OUTCOME_UNKNOWN_TASK, SalesReturn.ERP_REJECTION ->
                    Set.of("retry", "give-up");
            default -> Set.of();
        };
    }
}
