package io.mallhub.console.integration;

import io.mallhub.binding.ConnectionTrials;
import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Definitions;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One operation tried: what goes out, what comes back, and what the mall would make of it. */
@Controller
@RequestMapping("/console/integration/connections/{name}/trial")
class TrialPages {
    private static final String PAGE = "console/integration/trial";

    private final Connections connections;
    private final ConnectionTrials trials;
    private final Definitions definitions;

    TrialPages(Connections connections, ConnectionTrials trials, Definitions definitions) {
        this.connections = connections;
        this.trials = trials;
        this.definitions = definitions;
    }

    @GetMapping
    String form(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(defaultValue = "") String operation,
            Model model) {
        show(name, definition, operation, null, model);
        return PAGE;
    }

    @PostMapping
    String read(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffView me,
            Model model) {
        return run(name, typed, false, me, model);
    }

    /** Only where it was said that the ERP's test company is meant. */
    @PostMapping("/write")
    String write(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffView me,
            Model model) {
        if (!"true".equals(typed.get("sure"))) {
            show(
                    name,
                    typed.getOrDefault("definition", ""),
                    typed.getOrDefault("operation", ""),
                    typed,
                    model);
            model.addAttribute("unsure", true);
            return PAGE;
        }
        return run(name, typed, true, me, model);
    }

    private String run(
            String name, Map<String, String> typed, boolean writes, StaffView me, Model model) {
        String operation = typed.getOrDefault("operation", "");
        @Nullable TrialOperation chosen =
                show(name, typed.getOrDefault("definition", ""), operation, typed, model);
        if (chosen == null) {
            return PAGE;
        }
        if (chosen.writes() != writes) {
            throw new IllegalArgumentException(operation + " is tried another way");
        }
        Map<String, String> values = new HashMap<>();
        chosen.inputs().forEach(it -> values.put(it.name(), typed.getOrDefault(it.name(), "")));
        model.addAttribute(
                "trial",
                trials.run(
                        name,
                        String.valueOf(model.getAttribute("definition")),
                        new TrialOrder(chosen.id(), values),
                        me.actor()));
        return PAGE;
    }

    /** Null where the definition has none: such an ERP calls the mall, and is never called. */
    private @Nullable TrialOperation show(
            String name,
            String definition,
            String operation,
            @Nullable Map<String, String> typed,
            Model model) {
        ConnectionView connection =
                connections.connection(name).orElseThrow(() -> new Missing("connection " + name));
        String key = definition.isEmpty() ? connection.definition() : definition;
        List<TrialOperation> operations = trials.operations(key);
        @Nullable TrialOperation chosen =
                operations.stream()
                        .filter(it -> it.id().equals(operation))
                        .findFirst()
                        .or(() -> operations.stream().findFirst())
                        .orElse(null);
        model.addAttribute("connection", connection);
        model.addAttribute("definition", key);
        model.addAttribute("operations", operations);
        model.addAttribute("chosen", chosen);
        model.addAttribute("typed", typed);
        DefinitionChoice.offer(definitions, model);
        return chosen;
    }
}
