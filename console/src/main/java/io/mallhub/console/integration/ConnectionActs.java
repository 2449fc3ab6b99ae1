package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Testing, pausing and running connections and their flows. */
@Controller
@RequestMapping("/console/integration/connections/{name}")
class ConnectionActs {
    private static final String BACK = "redirect:/console/integration/connections/{name}";
    private final Connections connections;

    ConnectionActs(Connections connections) {
        this.connections = connections;
    }

    @PostMapping("/test")
    String test(@PathVariable String name, RedirectAttributes redirect) {
        exists(name);
        connections
                .test(name)
                .ifPresentOrElse(
                        wrong -> Notice.refused(redirect, "console.notice.connection-bad", wrong),
                        () -> Notice.done(redirect, "console.notice.connection-good", name));
        return BACK;
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        exists(name);
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", name);
            return BACK;
        }
        connections.pause(name, reason, me.actor());
        Notice.done(redirect, "console.notice.paused", name);
        return BACK;
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable String name,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        exists(name);
        connections.resume(name, me.actor());
        Notice.done(redirect, "console.notice.resumed", name);
        return BACK;
    }

    @PostMapping("/policies")
    String policies(
            @PathVariable String name,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        exists(name);
        Map<Entity, Depth> policies = new EnumMap<>(Entity.class);
        for (Entity entity : Entity.steered()) {
            policies.put(entity, Depth.valueOf(form.getOrDefault(entity.name(), "OFF")));
        }
        try {
            connections.changePolicies(name, policies, me.actor());
            Notice.done(redirect, "console.notice.policies-saved", name);
        } catch (Connections.PolicyConflict conflict) {
            Notice.refused(
                    redirect,
                    "console.notice.policy-conflict",
                    String.valueOf(conflict.getMessage()));
        }
        return BACK;
    }

    @PostMapping("/flows/{flow}/{act}")
    String flow(
            @PathVariable String name,
            @PathVariable String flow,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        boolean known = connections.flows(name).stream().anyMatch(one -> one.flow().equals(flow));
        if (!known) {
            throw new Missing("flow " + flow);
        }
        switch (act) {
            case "pause" -> connections.pauseFlow(name, flow, reason, me.actor());
            case "resume" -> connections.resumeFlow(name, flow, me.actor());
            case "run" -> connections.runNow(name, flow, me.actor());
            case "reload" -> connections.reload(name, flow, me.actor());
            default -> throw new IllegalArgumentException("A flow cannot " + act);
        }
        Notice.done(redirect, "console.notice.flow-" + act, flow);
        return BACK;
    }

    private void exists(String name) {
        if (connections.connection(name).isEmpty()) {
            throw new Missing("connection " + name);
        }
    }
}
