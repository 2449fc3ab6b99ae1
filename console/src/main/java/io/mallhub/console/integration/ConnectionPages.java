package io.mallhub.console.integration;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.SecretsKeys;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.console.access.Missing;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/integration")
class ConnectionPages {
    private final Connections connections;
    private final FieldOwners owners;
    private final MallChanges changes;
    private final SecretsKeys keys;
    private final Clock clock;

    ConnectionPages(
            Connections connections,
            FieldOwners owners,
            MallChanges changes,
            SecretsKeys keys,
            Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.connections = connections;
        this.owners = owners;
        this.changes = changes;
    }

    @GetMapping
    String all(Model model) {
        List<ConnectionView> all = connections.all();
        Map<String, Object> flows = new LinkedHashMap<>();
        all.forEach(one -> flows.put(one.name(), connections.flows(one.name())));
        model.addAttribute("connections", all);
        model.addAttribute("flows", flows);
        model.addAttribute("keys", keys.known());
        return "console/integration/connections";
    }

    @GetMapping("/connections/{name}")
    String one(@PathVariable String name, Model model) {
        ConnectionView connection =
                connections.connection(name).orElseThrow(() -> new Missing("connection " + name));
        List<FlowView> flows = connections.flows(name);
        model.addAttribute("connection", connection);
        model.addAttribute("flows", flows);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "schedule",
                model.getAttribute(ScheduleActs.TYPED) instanceof ScheduleForm typed
                        ? typed
                        : ScheduleForm.of(flows, connection.compareAt()));
        model.addAttribute("paces", paces(flows, it -> it.schedule().pace()));
        model.addAttribute("usualPaces", paces(flows, FlowView::usualPace));
        model.addAttribute("units", Pace.Unit.values());
        model.addAttribute("entities", Entity.steered());
        model.addAttribute("kinds", Field.Kind.values());
        model.addAttribute("fields", owners.of(name));
        model.addAttribute("tallies", changes.tallies(name));
        model.addAttribute("owners", FieldOwner.values());
        return "console/integration/connection";
    }

    /** Of inbound flows that have one. */
    private static Map<String, Pace> paces(
            List<FlowView> flows, Function<FlowView, @Nullable Duration> which) {
        Map<String, Pace> paces = new HashMap<>();
        for (FlowView flow : flows) {
            Duration pace = which.apply(flow);
            if (pace != null && Flow.of(flow.flow()).inbound()) {
                paces.put(flow.flow(), Pace.of(pace));
            }
        }
        return paces;
    }
}
