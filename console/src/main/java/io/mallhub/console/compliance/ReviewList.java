package io.mallhub.console.compliance;

import io.mallhub.console.tasks.TaskScope;
import io.mallhub.console.tasks.TaskViews;
import io.mallhub.customer.ApplicationRow;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.processes.Tasks.TaskQuery;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
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
    private final TaskViews views;
    private final Spreadsheets sheets;

    ReviewList(Tasks tasks, Registrations registrations, TaskViews views, Spreadsheets sheets) {
        this.tasks = tasks;
        this.registrations = registrations;
        this.views = views;
        this.sheets = sheets;
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

    @GetMapping("/export")
    ResponseEntity<byte[]> exportTasks(
            @AuthenticationPrincipal StaffView me,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list) {
        TaskQuery query = TaskScope.of(scope).query(me, null, null, text);
        return sheets.<TaskView>of("tasks")
                .column("console.task.about", TaskView::subject)
                .column("console.instance.business", TaskView::businessNumber)
                .column("console.task.kind", views::name)
                .column("console.task.risk", views::risk)
                .column("console.task.assignee", TaskView::assignee)
                .column("console.task.since", TaskView::createdAt)
                .column("console.task.due", TaskView::due)
                .file(list.rows(page -> tasks.page(query, page)));
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
        return sheets.<ApplicationRow>of("applications")
                .column("console.application.number", ApplicationRow::number)
                .column("console.customer.name", ApplicationRow::companyName)
                .column("console.customer.type", ApplicationRow::type)
                .column("console.list.state", ApplicationRow::state)
                .column("console.application.round", ApplicationRow::round)
                .column("console.application.submitted", ApplicationRow::submittedAt)
                .file(list.rows(page -> registrations.page(state, text, page)));
    }
}
