package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.binding.Reconciliations.Run;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import org.jspecify.annotations.Nullable;
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

/** Full comparisons: start one, look at what it found, repair one difference after the other. */
@Controller
@RequestMapping("/console/integration/reconciliation")
class ReconciliationPages {
    private final Reconciliations reconciliations;
    private final Connections connections;
    private final Spreadsheets sheets;
    private final Words words;

    ReconciliationPages(
            Reconciliations reconciliations,
            Connections connections,
            Spreadsheets sheets,
            Words words) {
        this.reconciliations = reconciliations;
        this.connections = connections;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(ListRequest list, Model model) {
        model.addAttribute("runs", reconciliations.runs(list.page()));
        model.addAttribute("connections", connections.all());
        model.addAttribute("entities", Entity.steered());
        return "console/integration/reconciliations";
    }

    @PostMapping
    String start(
            @RequestParam String connection,
            @RequestParam Entity entity,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(connection).isEmpty()) {
            throw new Missing("connection " + connection);
        }
        if (!Entity.steered().contains(entity)) {
            throw new IllegalArgumentException(entity + " is not compared");
        }
        redirect.addAttribute("id", reconciliations.start(connection, entity, me.actor()));
        Notice.done(redirect, "console.notice.reconciliation-started", connection);
        return "redirect:/console/integration/reconciliation/{id}";
    }

    @GetMapping("/{id}")
    String run(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean all,
            ListRequest list,
            Model model) {
        model.addAttribute("run", found(id));
        model.addAttribute("kind", kind);
        model.addAttribute("all", all);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("differences", reconciliations.differences(id, kind, !all, list.page()));
        return "console/integration/reconciliation";
    }

    @GetMapping("/{id}/export")
    ResponseEntity<byte[]> export(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean all,
            ListRequest list) {
        found(id);
        return sheets.<Difference>of("differences")
                .column("console.quarantine.key", Difference::key)
                .column("console.reconciliation.title", Difference::title)
                .column("console.reconciliation.kind", it -> words.of(it.kind()))
                .column("console.reconciliation.mall", Difference::mallValue)
                .column("console.reconciliation.erp", Difference::erpValue)
                .column("console.reconciliation.repair", it -> words.of(it.repair()))
                .column("console.reconciliation.by", Difference::repairedBy)
                .file(list.rows(page -> reconciliations.differences(id, kind, !all, page)));
    }

    @PostMapping("/{id}/differences/{difference}")
    String repair(
            @PathVariable long id,
            @PathVariable long difference,
            @RequestParam Repair how,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Difference found =
                reconciliations
                        .difference(difference)
                        .filter(it -> it.run() == id)
                        .orElseThrow(() -> new Missing("difference " + difference));
        switch (reconciliations.repair(found.id(), how, me.actor())) {
            case Outcome.Done _ ->
                    Notice.done(redirect, "console.notice.difference-repaired", found.title());
            case Outcome.NotPossible no ->
                    Notice.refused(redirect, "console.notice.difference-not-repaired", no.why());
        }
        return "redirect:/console/integration/reconciliation/{id}";
    }

    private Run found(long id) {
        return reconciliations.run(id).orElseThrow(() -> new Missing("reconciliation " + id));
    }
}
