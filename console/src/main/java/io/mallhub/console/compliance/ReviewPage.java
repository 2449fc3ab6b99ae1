package io.mallhub.console.compliance;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.Attachment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One application with everything a decision needs. */
@Controller
@RequestMapping("/console/compliance/{number}")
class ReviewPage {
    private final Registrations registrations;
    private final Tasks tasks;
    private final Instances instances;
    private final Subjects subjects;
    private final Customers customers;

    ReviewPage(
            Registrations registrations,
            Tasks tasks,
            Instances instances,
            Subjects subjects,
            Customers customers) {
        this.customers = customers;
        this.subjects = subjects;
        this.registrations = registrations;
        this.tasks = tasks;
        this.instances = instances;
    }

    @GetMapping
    String review(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable UUID document,
            Model model) {
        ApplicationView application =
                registrations
                        .application(number)
                        .orElseThrow(() -> new Missing("application " + number));
        model.addAttribute("filing", application);
        model.addAttribute(
                "owner",
                customers.customer(application.customer()).map(CustomerView::number).orElse(null));
        model.addAttribute("subjects", subjects);
        model.addAttribute("tasks", tasks.openFor(number));
        model.addAttribute("instances", instances.about(number));
        model.addAttribute("results", CheckFinding.Result.values());
        model.addAttribute("documentTypes", DocumentType.values());
        model.addAttribute(
                "shown",
                application.documents().stream()
                        .filter(one -> document == null ? one.current() : one.id().equals(document))
                        .findFirst()
                        .orElse(null));
        return "console/compliance/review";
    }

    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable UUID document) {
        DocumentFile file =
                registrations
                        .file(number, document)
                        .orElseThrow(() -> new Missing("document " + document));
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }
}
