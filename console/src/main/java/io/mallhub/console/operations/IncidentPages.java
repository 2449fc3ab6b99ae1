package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.TaskViews;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.IncidentDesk.Group;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.Instances;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The incident desk: one line per cause, one owner, one fix. */
@Controller
@RequestMapping("/console/operations/incidents")
class IncidentPages {
    private static final int SHOWN = 50;
    private final IncidentDesk desk;
    private final InstanceSearch search;
    private final Instances instances;
    private final InstanceSheet sheet;
    private final Spreadsheets sheets;
    private final Words words;
    private final TaskViews names;

    IncidentPages(
            IncidentDesk desk,
            InstanceSearch search,
            Instances instances,
            InstanceSheet sheet,
            Spreadsheets sheets,
            Words words,
            TaskViews names) {
        this.desk = desk;
        this.search = search;
        this.instances = instances;
        this.sheet = sheet;
        this.sheets = sheets;
        this.words = words;
        this.names = names;
    }

    @GetMapping
    String groups(ListRequest list, Model model) {
        model.addAttribute("groups", desk.groups());
        model.addAttribute("moved", Live.position(instances.lag()));
        return "console/operations/incidents";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        return sheets.<Group>of("incidents")
                .column("console.ops.cause", it -> words.code("incident.kind." + it.kind()))
                .column("console.ops.by-incident", Group::cause)
                .column("console.instance.element", it -> names.elementName(it.element()))
                .column("console.instance.process", it -> words.code("process." + it.process()))
                .column("console.ops.victims", Group::victims)
                .column("console.quarantine.first", Group::first)
                .column("console.quarantine.last", Group::last)
                .column("console.ops.owner", it -> it.owner() == null ? null : it.owner().name())
                .file(Rows.of(desk.groups()));
    }

    @GetMapping("/{group:[0-9a-f]{32}}")
    String group(@PathVariable String group, ListRequest list, Model model) {
        model.addAttribute("group", found(group));
        model.addAttribute("victims", search.find(Criteria.ofGroup(group), null, SHOWN).items());
        model.addAttribute("moved", Live.position(instances.lag()));
        return "console/operations/incident-group";
    }

    @GetMapping("/{group:[0-9a-f]{32}}/export")
    ResponseEntity<byte[]> export(@PathVariable String group) {
        return sheet.of(Criteria.ofGroup(found(group).key()));
    }

    @PostMapping("/{group:[0-9a-f]{32}}/take")
    String take(
            @PathVariable String group,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        desk.take(found(group).key(), me);
        Notice.done(redirect, "console.notice.incidents-taken", me.name());
        return "redirect:/console/operations/incidents/{group}";
    }

    @PostMapping("/{group:[0-9a-f]{32}}/release")
    String release(
            @PathVariable String group,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        desk.release(found(group).key(), me);
        Notice.done(redirect, "console.notice.incidents-released", me.name());
        return "redirect:/console/operations/incidents/{group}";
    }

    private Group found(String group) {
        return desk.group(group).orElseThrow(() -> new Missing("open incidents " + group));
    }
}
