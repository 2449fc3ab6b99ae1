package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Definitions;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final int LONGEST_TIMEOUT = 120;

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
        Optional<String> refusal = refusal(name, definition, typed);
        if (refusal.isPresent()) {
            Notice.refused(redirect, refusal.get(), name);
            redirect.addAttribute("definition", key);
            return AGAIN;
        }
        connections.save(
                settings(name, definition, typed),
                typed.getOrDefault("title", name).strip(),
                me.actor());
        Notice.done(redirect, "console.connection.created", name);
        return "redirect:/console/integration/connections/" + name;
    }

    private Optional<String> refusal(
            String name, DefinitionSummary definition, Map<String, String> typed) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Optional.of("console.connection.bad-name");
        }
        if (connections.connection(name).isPresent()) {
            return Optional.of("console.connection.name-taken");
        }
        if (endpoint(typed).isEmpty()) {
            return Optional.of("console.connection.bad-endpoint");
        }
        boolean complete =
                definition.secretNames().stream()
                        .noneMatch(it -> typed.getOrDefault("secret." + it, "").isBlank());
        return complete ? Optional.empty() : Optional.of("console.connection.no-secret");
    }

    private static Optional<URI> endpoint(Map<String, String> typed) {
        try {
            URI uri = URI.create(typed.getOrDefault("endpoint", "").strip());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The endpoint's host is always one that may be called. */
    private static ConnectionSettings settings(
            String name, DefinitionSummary definition, Map<String, String> typed) {
        URI endpoint = endpoint(typed).orElseThrow();
        Set<String> hosts =
                Arrays.stream(typed.getOrDefault("hosts", "").split("[\\s,;，；]+"))
                        .filter(host -> !host.isBlank())
                        .collect(Collectors.toSet());
        hosts.add(endpoint.getHost());
        Map<String, String> secrets = new HashMap<>();
        definition
                .secretNames()
                .forEach(it -> secrets.put(it, typed.getOrDefault("secret." + it, "")));
        int seconds = Integer.parseInt(typed.getOrDefault("timeout", "20").strip());
        return new ConnectionSettings(
                name,
                definition.id(),
                endpoint,
                secrets,
                hosts,
                Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_TIMEOUT)));
    }

    private DefinitionSummary known(String key) {
        return definitions.definition(key).orElseThrow(() -> new Missing("definition " + key));
    }
}
