package io.mallhub.console.conflicts;

import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Conflicts.DecideConflict;
import io.mallhub.conflict.Conflicts.DecisionOutcome;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.Side;
import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.Locale;
import java.util.Optional;
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

/** What mall and ERP disagree about, and which side holds. */
@Controller
@RequestMapping("/console/conflicts")
class ConflictPages {
    private final Conflicts conflicts;
    private final Tasks tasks;
    private final TaskDesk desk;
    private final Instances instances;
    private final Spreadsheets sheets;
    private final Words words;

    ConflictPages(
            Conflicts conflicts,
            Tasks tasks,
            TaskDesk desk,
            Instances instances,
            Spreadsheets sheets,
            Words words) {
        this.conflicts = conflicts;
        this.tasks = tasks;
        this.desk = desk;
        this.instances = instances;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "false") boolean all, ListRequest list, Model model) {
        model.addAttribute("all", all);
        model.addAttribute("conflicts", conflicts.page(!all, list.page()));
        return "console/conflicts/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "false") boolean all, ListRequest list) {
        return sheets.<ConflictView>of("conflicts")
                .column("console.conflict.about", ConflictView::title)
                .column("console.instance.business", ConflictView::number)
                .column("console.conflict.field", ConflictView::field)
                .column("console.integration.connection", ConflictView::connection)
                .column("console.conflict.mall", it -> named(it, it.mallValue()))
                .column("console.conflict.erp", it -> named(it, it.erpValue()))
                .column("console.list.state", ConflictView::state)
                .column("console.conflict.found", ConflictView::foundAt)
                .file(list.rows(page -> conflicts.page(!all, page)));
    }

    private String named(ConflictView conflict, String value) {
        return conflict.field() == Field.PRODUCT_CATEGORY
                ? words.codeOr("RegulatoryCategory." + value, value)
                : value;
    }

    @GetMapping("/{number}")
    String conflict(@PathVariable String number, Model model) {
        model.addAttribute("conflict", found(number));
        model.addAttribute("tasks", tasks.openFor(number));
        model.addAttribute("instances", instances.about(number));
        return "console/conflicts/conflict";
    }

    /** The form says which values the person saw: others may have come in meanwhile. */
    @PostMapping("/{number}/tasks/{key}/decision")
    String decide(
            @PathVariable String number,
            @PathVariable long key,
            @RequestParam Side side,
            @RequestParam String mallValue,
            @RequestParam String erpValue,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                reason.isBlank()
                        ? Optional.of("console.notice.reason-missing")
                        : desk.decide(
                                desk.open(key, number),
                                Answer.of(side.name().toLowerCase(Locale.ROOT), reason),
                                me,
                                _ ->
                                        record(
                                                new DecideConflict(
                                                        number, mallValue, erpValue, side, reason),
                                                me));
        Notice.tell(redirect, refusal, "console.notice.conflict-decided", number);
        return "redirect:/console/conflicts/{number}";
    }

    private Optional<String> record(DecideConflict command, StaffView me) {
        return switch (conflicts.decide(command, me.actor())) {
            case DecisionOutcome.Decided _ -> Optional.empty();
            case DecisionOutcome.Changed _ -> Optional.of("console.notice.conflict-changed");
        };
    }

    private ConflictView found(String number) {
        return conflicts.conflict(number).orElseThrow(() -> new Missing("conflict " + number));
    }
}
