package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Flow;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Words;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the flows of a connection begin their work, and when it is compared. */
@Controller
@RequestMapping("/console/integration/connections/{name}/schedule")
class ScheduleActs {
    /** Flash attribute: the form that was refused. */
    static final String TYPED = "typedSchedule";

    private final Connections connections;
    private final Words words;

    ScheduleActs(Connections connections, Words words) {
        this.connections = connections;
        this.words = words;
    }

    @PostMapping
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(name).isEmpty()) {
            throw new Missing("connection " + name);
        }
        ScheduleForm form = new ScheduleForm(typed);
        Optional<ScheduleForm.Refusal> refusal = form.refusal();
        if (refusal.isPresent()) {
            Flow flow = refusal.get().flow();
            Notice.refused(
                    redirect,
                    refusal.get().key(),
                    flow == null ? name : words.code("flow." + flow.id()));
            redirect.addFlashAttribute(TYPED, form);
        } else {
            connections.changeSchedules(name, form.schedules(), me.actor());
            connections.compareDaily(name, form.compareAt().orElse(null), me.actor());
            Notice.done(redirect, "console.schedule.saved", name);
        }
        return "redirect:/console/integration/connections/{name}";
    }
}
