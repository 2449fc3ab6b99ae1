package io.mallhub.console.orders;

import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.order.Orders;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions on an order, each by the group it waits for. */
@Controller
@RequestMapping("/console/orders/{number}")
class OrderActs {
    private static final String BACK = "redirect:/console/orders/{number}";
    private final Orders orders;
    private final TaskDesk desk;

    OrderActs(Orders orders, TaskDesk desk) {
        this.orders = orders;
        this.desk = desk;
    }

    @PostMapping("/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int revision,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        TaskView task = desk.open(key, number);
        OrderTask kind = OrderTask.of(task.element());
        if (!kind.answers().contains(decision)) {
            throw new IllegalArgumentException(decision + " is no answer to " + task.element());
        }
        Optional<String> refusal =
                OrderTask.needsReason(decision) && reason.isBlank()
                        ? Optional.of("console.notice.reason-missing")
                        : desk.decide(
                                task,
                                new Answer(decision, reason, OrderTask.needsReason(decision)),
                                me,
                                it -> record(kind, it, revision, decision, reason, me));
        Notice.tell(redirect, refusal, "console.notice.order-" + decision, number);
        return BACK;
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", number);
            return BACK;
        }
        switch (orders.requestCancel(number, reason, me.actor())) {
            case Orders.CancelOutcome.Requested _ ->
                    Notice.done(redirect, "console.notice.order-cancel", number);
            case Orders.CancelOutcome.TooLate _ ->
                    Notice.refused(redirect, "console.notice.order-cancel-late", number);
        }
        return BACK;
    }

    private Optional<String> record(
            OrderTask kind,
            TaskView task,
            int revision,
            String decision,
            String reason,
            StaffView me) {
        if (kind != OrderTask.APPROVAL) {
            return Optional.empty();
        }
        return refusal(
                orders.recordApproval(
                        task.businessNumber(),
                        revision,
                        OrderTask.group(task.element()),
                        decision.equals("approve"),
                        reason,
                        me.actor()));
    }

    private static Optional<String> refusal(Orders.ApprovalOutcome outcome) {
        return switch (outcome) {
            case Orders.ApprovalOutcome.Recorded _ -> Optional.empty();
            case Orders.ApprovalOutcome.NotYou _ -> Optional.of("task.four-eyes");
            case Orders.ApprovalOutcome.Withdrawn it -> Optional.of(it.why());
        };
    }
}
