package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.InstanceView;
import io.mallhub.processes.RepairRefused;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Repairs, each with a reason that is kept. */
@Controller
@RequestMapping("/console/operations/{key:\\d+}")
class InstanceActs {
    private static final String BACK = "redirect:/console/operations/{key}";
    private static final Set<String> ANSWERS = Set.of("retry", "give-up");
    private final Instances instances;
    private final TaskDesk desk;
    private final JsonMapper json;

    InstanceActs(Instances instances, TaskDesk desk, JsonMapper json) {
        this.instances = instances;
        this.desk = desk;
        this.json = json;
    }

    @PostMapping("/incidents/{incident}/retry")
    String retry(
            @PathVariable long key,
            @PathVariable long incident,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        boolean ours = found(key).incidents().stream().anyMatch(one -> one.key() == incident);
        if (!ours) {
            throw new Missing("incident " + incident);
        }
        if (hasReason(reason, redirect)) {
            instances.retry(incident, reason, me);
            Notice.done(redirect, "console.notice.retried", String.valueOf(key));
        }
        return BACK;
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable long key,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (hasReason(reason, redirect)) {
            instances.cancel(found(key).row().key(), reason, me);
            Notice.done(redirect, "console.notice.canceled", String.valueOf(key));
        }
        return BACK;
    }

    @PostMapping("/variables")
    String changeVariable(
            @PathVariable long key,
            @RequestParam String name,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (!hasReason(reason, redirect)) {
            return BACK;
        }
        if (!isJson(value)) {
            Notice.refused(redirect, "console.notice.not-json", name);
            return BACK;
        }
        try {
            instances.changeVariable(found(key).row().key(), name, value, reason, me);
            Notice.done(redirect, "console.notice.variable-changed", name);
        } catch (RepairRefused refused) {
            Notice.refused(redirect, refused.outcome(), name);
        }
        return BACK;
    }

    @PostMapping("/tasks/{task}/decision")
    String decide(
            @PathVariable long key,
            @PathVariable long task,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (!ANSWERS.contains(decision)) {
            throw new IllegalArgumentException(decision + " is no answer here");
        }
        if (!hasReason(reason, redirect)) {
            return BACK;
        }
        String number = found(key).row().businessNumber();
        desk.decide(
                        desk.open(task, number),
                        Answer.of(decision, reason),
                        me,
                        one -> Optional.empty())
                .ifPresentOrElse(
                        why -> Notice.refused(redirect, why, number),
                        () -> Notice.done(redirect, "console.notice.order-" + decision, number));
        return BACK;
    }

    private InstanceView found(long key) {
        return instances.instance(key).orElseThrow(() -> new Missing("instance " + key));
    }

    private boolean isJson(String value) {
        try {
            json.readTree(value);
            return !value.isBlank();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean hasReason(String reason, RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", "");
            return false;
        }
        return true;
    }
}
