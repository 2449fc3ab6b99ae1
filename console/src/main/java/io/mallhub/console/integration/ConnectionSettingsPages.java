package io.mallhub.console.integration;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Connections.SecretsMissing;
import io.mallhub.binding.Definitions;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the ERP of a connection is, and the secrets it is called with: changed, never shown. */
@Controller
@RequestMapping("/console/integration/connections/{name}/settings")
class ConnectionSettingsPages {
    private static final String TYPED = "typed";
    private static final String DEFINITION = "definition";

    private final Connections connections;
    private final Definitions definitions;

    ConnectionSettingsPages(Connections connections, Definitions definitions) {
        this.connections = connections;
        this.definitions = definitions;
    }

    /**
     * @param definition that is to be used next: its secrets are given here before
     */
    @GetMapping
    String form(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String definition,
            Model model) {
        ConnectionView connection = known(name);
        ConnectionSettings settings = connections.settings(name).orElseThrow();
        model.addAttribute("connection", connection);
        model.addAttribute(
                "form",
                model.getAttribute(TYPED) instanceof ConnectionForm typed
                        ? typed
                        : ConnectionForm.of(settings, connection.title()));
        model.addAttribute("secretNames", secretNames(settings, definition));
        model.addAttribute(DEFINITION, definition);
        return "console/integration/settings";
    }

    @PostMapping
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        ConnectionView connection = known(name);
        ConnectionSettings before = connections.settings(name).orElseThrow();
        ConnectionForm form = new ConnectionForm(typed);
        String definition = form.get(DEFINITION);
        Optional<String> refusal = form.refusal();
        if (refusal.isPresent()) {
            Notice.refused(redirect, refusal.get(), name);
            return again(form, definition, redirect);
        }
        try {
            connections.save(
                    form.settings(name, before.definition(), secretNames(before, definition)),
                    form.title(connection.title()),
                    me.actor());
        } catch (SecretsMissing missing) {
            Notice.refused(redirect, "console.connection.secrets-again", missing.names());
            return again(form, definition, redirect);
        }
        Notice.done(redirect, "console.connection.changed", name);
        return "redirect:/console/integration/connections/{name}";
    }

    private static String again(
            ConnectionForm form, String definition, RedirectAttributes redirect) {
        redirect.addFlashAttribute(TYPED, form.withoutSecrets());
        if (!definition.isEmpty()) {
            redirect.addAttribute(DEFINITION, definition);
        }
        return "redirect:/console/integration/connections/{name}/settings";
    }

    private Set<String> secretNames(ConnectionSettings settings, String next) {
        Set<String> names = new LinkedHashSet<>(namesOf(settings.definition()));
        if (!next.isEmpty()) {
            names.addAll(namesOf(next));
        }
        return names;
    }

    private List<String> namesOf(String definition) {
        return definitions
                .definition(definition)
                .map(DefinitionSummary::secretNames)
                .orElse(List.of());
    }

    private ConnectionView known(String name) {
        return connections.connection(name).orElseThrow(() -> new Missing("connection " + name));
    }
}
