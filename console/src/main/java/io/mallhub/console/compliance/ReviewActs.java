package io.mallhub.console.compliance;

import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reviewer does: decide each document, decide the application. */
@Controller
@RequestMapping("/console/compliance/{number}")
class ReviewActs {
    private static final String BACK = "redirect:/console/compliance/{number}";
    private static final String SECOND = CustomerRegistration.QUALITY_HEAD_REVIEW;
    private final Registrations registrations;
    private final TaskDesk desk;

    ReviewActs(Registrations registrations, TaskDesk desk) {
        this.registrations = registrations;
        this.desk = desk;
    }

    @PostMapping("/tasks/{key}/documents/{document}")
    String decideDocument(
            @PathVariable String number,
            @PathVariable long key,
            @PathVariable UUID document,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                needsReason(!accepted, reason)
                        .or(() -> desk.claim(desk.open(key, number), me))
                        .or(
                                () ->
                                        refusal(
                                                registrations.decideDocument(
                                                        number,
                                                        document,
                                                        accepted,
                                                        reason,
                                                        me.actor())));
        redirect.addAttribute("document", document);
        Notice.tell(redirect, refusal, "console.notice.document-decided", number);
        return BACK;
    }

    @PostMapping("/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") List<DocumentType> documents,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                needsReason(decision != Decision.APPROVE, reason)
                        .or(
                                () ->
                                        desk.decide(
                                                desk.open(key, number),
                                                Answer.of(decision.word(), reason),
                                                me,
                                                task ->
                                                        record(
                                                                task, decision, reason, documents,
                                                                me)));
        Notice.tell(redirect, refusal, "console.notice.application-" + decision.word(), number);
        return BACK;
    }

    private Optional<String> record(
            TaskView task,
            Decision decision,
            String reason,
            List<DocumentType> documents,
            StaffView me) {
        String number = task.businessNumber();
        boolean second = task.element().equals(SECOND);
        return refusal(
                switch (decision) {
                    case APPROVE -> registrations.approve(number, reason, second, me.actor());
                    case REJECT -> registrations.reject(number, reason, second, me.actor());
                    case SUPPLEMENT ->
                            registrations.requestSupplement(number, reason, documents, me.actor());
                });
    }

    private static Optional<String> refusal(Registrations.ApprovalOutcome outcome) {
        return switch (outcome) {
            case Registrations.ApprovalOutcome.Approved _ -> Optional.empty();
            case Registrations.ApprovalOutcome.NotYou _ -> Optional.of("task.four-eyes");
        };
    }

    private static Optional<String> needsReason(boolean needed, String reason) {
        return needed && reason.isBlank()
                ? Optional.of("console.notice.reason-missing")
                : Optional.empty();
    }
}
