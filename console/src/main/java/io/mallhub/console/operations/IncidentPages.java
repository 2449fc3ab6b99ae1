package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.IncidentDesk.Group;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.Instances;
import io.mallhub.webkit.Notice;
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

    IncidentPages(IncidentDesk desk, InstanceSearch search, Instances instances) {
        this.desk = desk;
        this.search = search;
        this.instances = instances;
    }

    @GetMapping
    String groups(Model model) {
        model.addAttribute("groups", desk.groups());
        model.addAttribute("moved", Live.position(instances.lag()));
        return "console/operations/incidents";
    }

    @GetMapping("/{group:[0-9a-f]{32}}")
    String group(@PathVariable String group, Model model) {
        model.addAttribute("group", found(group));
        model.addAttribute("victims", search.find(Criteria.ofGroup(group), null, SHOWN).items());
        model.addAttribute("moved", Live.position(instances.lag()));
        return "console/operations/incident-group";
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
