package io.mallhub.console.compliance;

import io.mallhub.console.tasks.TaskScope;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list of the quality desk, and all applications there ever were. */
@Controller
@RequestMapping("/console/compliance")
class ReviewList {
    private final Tasks tasks;
    private final Registrations registrations;
    private final Words words;
    private final Times times;

    ReviewList(Tasks tasks, Registrations registrations, Words words, Times times) {
        this.tasks = tasks;
        this.registrations = registrations;
        this.words = words;
        this.times = times;
    }

    @GetMapping
    String tasks(
            @AuthenticationPrincipal StaffView me,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list,
            Model model) {
        TaskScope shown = TaskScope.of(scope);
        model.addAttribute("scope", shown);
        model.addAttribute("tasks", tasks.page(shown.query(me, null, null, text), list.page()));
        return "console/compliance/tasks";
    }

    @GetMapping("/applications")
    String applications(
            @RequestParam(required = false) @Nullable ApplicationState state,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list,
            Model model) {
        model.addAttribute("states", ApplicationState.values());
        model.addAttribute("applications", registrations.page(state, text, list.page()));
        return "console/compliance/applications";
    }

    @GetMapping("/applications/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable ApplicationState state,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list) {
        return new Spreadsheet<io.mallhub.customer.ApplicationRow>("applications")
                .column(words.code("console.application.number"), row -> row.number())
                .column(words.code("console.customer.name"), row -> row.companyName())
                .column(words.code("console.customer.type"), row -> words.of(row.type()))
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(words.code("console.application.round"), row -> row.round())
                .column(
                        words.code("console.application.submitted"),
                        row -> times.text(row.submittedAt()))
                .of(list.rows(page -> registrations.page(state, text, page)), words);
    }
}
