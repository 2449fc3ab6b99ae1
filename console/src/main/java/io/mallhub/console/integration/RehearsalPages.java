package io.mallhub.console.integration;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Definitions;
import io.mallhub.binding.Definitions.Use;
import io.mallhub.binding.Rehearsal;
import io.mallhub.binding.Rehearsal.Difference;
import io.mallhub.binding.Rehearsals;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Page;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another definition laid beside the present one, and taken into use. */
@Controller
@RequestMapping("/console/integration/connections/{name}")
class RehearsalPages {
    private static final String MESSAGES = "50";
    private static final List<Integer> SIZES = List.of(20, 50, 100, Rehearsals.MOST_MESSAGES);

    private final Connections connections;
    private final Rehearsals rehearsals;
    private final Definitions definitions;
    private final Spreadsheets sheets;
    private final Words words;

    RehearsalPages(
            Connections connections,
            Rehearsals rehearsals,
            Definitions definitions,
            Spreadsheets sheets,
            Words words) {
        this.connections = connections;
        this.rehearsals = rehearsals;
        this.definitions = definitions;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping("/rehearsal")
    String page(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = MESSAGES) int messages,
            ListRequest list,
            Model model) {
        model.addAttribute("connection", known(name));
        model.addAttribute("candidate", candidate);
        model.addAttribute("messages", messages);
        model.addAttribute("sizes", SIZES);
        DefinitionChoice.offer(definitions, model);
        if (!candidate.isEmpty()) {
            Rehearsal rehearsal = rehearsals.rehearse(name, candidate, messages);
            model.addAttribute("rehearsal", rehearsal);
            model.addAttribute("differences", Page.of(rehearsal.differences(), list.page()));
        }
        return "console/integration/rehearsal";
    }

    @GetMapping("/rehearsal/export")
    ResponseEntity<byte[]> export(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String candidate,
            @RequestParam(defaultValue = MESSAGES) int messages) {
        known(name);
        Rehearsal rehearsal = rehearsals.rehearse(name, candidate, messages);
        return sheets.<Difference>of("rehearsal-" + name)
                .column("console.rehearsal.message", Difference::message)
                .column("console.ops.at", Difference::at)
                .column("console.audit.action", Difference::operation)
                .column("console.rehearsal.key", Difference::key)
                .column("console.rehearsal.kind", it -> words.code("rehearsal.kind." + it.kind()))
                .column("console.rehearsal.field", Difference::field)
                .column("console.rehearsal.before", Difference::before)
                .column("console.rehearsal.after", Difference::after)
                .file(Rows.of(rehearsal.differences()));
    }

    @PostMapping("/definition")
    String use(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        known(name);
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", name);
            return "redirect:/console/integration/connections/{name}/rehearsal";
        }
        switch (definitions.use(name, definition, reason.strip(), me.actor())) {
            case Use.Taken taken -> Notice.done(redirect, "console.rehearsal.used", definition);
            case Use.NoSuchDefinition none -> throw new Missing("definition " + definition);
            case Use.SecretsMissing missing -> {
                Notice.refused(
                        redirect,
                        "console.rehearsal.secrets-missing",
                        String.join(", ", missing.names()));
                redirect.addAttribute("definition", definition);
                return "redirect:/console/integration/connections/{name}/settings";
            }
        }
        return "redirect:/console/integration/connections/{name}";
    }

    private ConnectionView known(String name) {
        return connections.connection(name).orElseThrow(() -> new Missing("connection " + name));
    }
}
