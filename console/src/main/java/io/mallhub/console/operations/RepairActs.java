package io.mallhub.console.operations;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Step;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Repairs of one instance, of chosen ones, or of all that a search finds: first shown, then done.
 * What was shown is what is done: the confirmation carries the instances, not the search.
 */
@Controller
@RequestMapping("/console/operations/repairs")
class RepairActs {
    private static final int SHOWN = 100;
    private final Repairs repairs;
    private final InstanceSearch search;
    private final Times times;

    RepairActs(Repairs repairs, InstanceSearch search, Times times) {
        this.repairs = repairs;
        this.search = search;
        this.times = times;
    }

    /**
     * @param instance chosen ones; none: all that the filter finds
     */
    @PostMapping("/preview")
    String preview(
            RepairForm form,
            InstanceFilter filter,
            @RequestParam @Nullable List<Long> instance,
            Model model) {
        List<Long> chosen =
                instance == null || instance.isEmpty()
                        ? search.keys(filter.criteria(times.zone()), Repairs.MOST)
                        : instance;
        Repair repair = form.repair();
        List<Step> steps = repairs.preview(chosen, repair);
        model.addAttribute("form", form);
        model.addAttribute("steps", steps.stream().limit(SHOWN).toList());
        model.addAttribute("total", steps.size());
        model.addAttribute("possible", steps.stream().filter(Step::possible).count());
        model.addAttribute(
                "instances",
                steps.stream()
                        .map(step -> Long.toString(step.instance()))
                        .collect(java.util.stream.Collectors.joining(",")));
        return "console/operations/repair-preview";
    }

    @PostMapping("/start")
    String start(
            RepairForm form,
            @RequestParam List<Long> instances,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", "");
            return "redirect:/console/operations/instances";
        }
        long batch = repairs.start(instances, form.repair(), reason, me);
        Notice.done(redirect, "console.notice.repair-started", String.valueOf(instances.size()));
        return "redirect:/console/operations/repairs/" + batch;
    }

    @PostMapping("/{batch:\\d+}/stop")
    String stop(
            @PathVariable long batch,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        repairs.stop(batch, me);
        Notice.done(redirect, "console.notice.repair-stopped", String.valueOf(batch));
        return "redirect:/console/operations/repairs/{batch}";
    }
}
