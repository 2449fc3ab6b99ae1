package io.mallhub.console.compliance;

import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** One renewal: the document in force beside the new version, what changed, and the decision. */
@Controller
@RequestMapping("/console/compliance/renewals/{number}")
class RenewalPage {
    private final Renewals renewals;
    private final Tasks tasks;
    private final TaskDesk desk;
    private final Instances instances;
    private final Subjects subjects;
    private final Customers customers;

    RenewalPage(
            Renewals renewals,
            Tasks tasks,
            TaskDesk desk,
            Instances instances,
            Subjects subjects,
            Customers customers) {
        this.customers = customers;
        this.renewals = renewals;
        this.tasks = tasks;
        this.desk = desk;
        this.instances = instances;
        this.subjects = subjects;
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        RenewalView renewal = renewal(number);
        model.addAttribute("renewal", renewal);
        model.addAttribute(
                "owner",
                customers.customer(renewal.customer()).map(CustomerView::number).orElse(null));
        model.addAttribute(
                "sides",
                renewal.proposed() == null
                        ? List.of(renewal.expiring())
                        : List.of(renewal.expiring(), renewal.proposed()));
        model.addAttribute("subjects", subjects);
        model.addAttribute("tasks", tasks.openFor(number));
        model.addAttribute("instances", instances.about(number));
        return "console/compliance/renewal";
    }

    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID document) {
        DocumentFile file =
                renewals.file(number, document)
                        .orElseThrow(() -> new Missing("document " + document));
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }

    @PostMapping("/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                !accepted && reason.isBlank()
                        ? Optional.of("console.notice.reason-missing")
                        : desk.decide(
                                desk.open(key, number),
                                Answer.of(accepted ? "approve" : "return", reason),
                                me,
                                task -> record(number, accepted, reason, me));
        Notice.tell(
                redirect,
                refusal,
                accepted ? "console.notice.renewal-approved" : "console.notice.renewal-returned",
                number);
        return "redirect:/console/compliance/renewals/{number}";
    }

    private Optional<String> record(String number, boolean accepted, String reason, StaffView me) {
        ApprovalOutcome outcome =
                accepted
                        ? renewals.approve(number, reason, me.actor())
                        : renewals.sendBack(number, reason, me.actor());
        return switch (outcome) {
            case ApprovalOutcome.Approved _ -> Optional.empty();
            case ApprovalOutcome.NotYou _ -> Optional.of("task.four-eyes");
        };
    }

    private RenewalView renewal(String number) {
        return renewals.renewal(number).orElseThrow(() -> new Missing("renewal " + number));
    }
}
