package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Definitions;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new connection: choose how it is called, then say where it is and who calls. */
@Controller
@RequestMapping("/console/integration")
class NewConnectionPages {
    private static final String AGAIN = "redirect:/console/integration/new";

    private final Connections connections;
    private final Definitions definitions;

    NewConnectionPages(Connections connections, Definitions definitions) {
        this.connections = connections;
        this.definitions = definitions;
    }

    @GetMapping("/new")
    String form(@RequestParam(defaultValue = "") String definition, Model model) {
        model.addAttribute("definition", definition);
        DefinitionChoice.offer(definitions, model);
        model.addAttribute("chosen", definition.isEmpty() ? null : known(definition));
        return "console/integration/new-connection";
    }

    @PostMapping("/connections")
    String create(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String key = typed.getOrDefault("definition", "");
        DefinitionSummary definition = known(key);
        String name = typed.getOrDefault("name", "").strip();
        ConnectionForm form = new ConnectionForm(typed);
        Optional<String> refusal = refusal(name, definition, form);
        if (refusal.isPresent()) {
            Notice.refused(redirect, refusal.get(), name);
            redirect.addAttribute("definition", key);
            return AGAIN;
        }
        connections.save(
                form.settings(name, definition.id(), definition.secretNames()),
                form.title(name),
                me.actor());
        Notice.done(redirect, "console.connection.created", name);
        return "redirect:/console/integration/connections/" + name;
    }

    private Optional<String> refusal(
            String name, DefinitionSummary definition, ConnectionForm form) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Optional.of("console.connection.bad-name");
        }
        if (connections.connection(name).isPresent()) {
            return Optional.of("console.connection.name-taken");
        }
        return form.refusal()
                .or(
                        () ->
                                form.secrets(definition.secretNames())
                                                .keySet()
                                                .containsAll(definition.secretNames())
                                        ? Optional.empty()
                                        : Optional.of("console.connection.no-secret"));
    }

    private DefinitionSummary known(String key) {
        return definitions.definition(key).orElseThrow(() -> new Missing("definition " + key));
    }
}
