package io.mallhub.console.integration;

import io.mallhub.binding.Certification;
import io.mallhub.binding.Certification.Check;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Certifications;
import io.mallhub.binding.Connections;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** Whether an ERP keeps what flows rely on: runs of a connection, the report of each, evidence. */
@Controller
@RequestMapping("/console/integration")
class CertificationPages {
    private final Certifications certifications;
    private final Connections connections;
    private final Spreadsheets sheets;
    private final Words words;

    CertificationPages(
            Certifications certifications,
            Connections connections,
            Spreadsheets sheets,
            Words words) {
        this.certifications = certifications;
        this.connections = connections;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping("/connections/{name}/certifications")
    String runs(@PathVariable String name, ListRequest list, Model model) {
        model.addAttribute(
                "connection",
                connections.connection(name).orElseThrow(() -> new Missing("connection " + name)));
        model.addAttribute("runs", certifications.page(name, list.page()));
        return "console/integration/certifications";
    }

    @PostMapping("/connections/{name}/certify")
    String start(
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean writing,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(name).isEmpty()) {
            throw new Missing("connection " + name);
        }
        Optional<Long> run = certifications.start(name, writing, me.actor());
        if (run.isEmpty()) {
            Notice.refused(redirect, "console.cert.running", name);
            return "redirect:/console/integration/connections/{name}/certifications";
        }
        Notice.done(redirect, "console.cert.started", name);
        return "redirect:/console/integration/certifications/" + run.get();
    }

    @GetMapping("/certifications/{id:[0-9]{1,18}}")
    String report(@PathVariable long id, ListRequest list, Model model) {
        model.addAttribute("run", known(id));
        List<Check> checks = certifications.checks(id);
        model.addAttribute("checks", checks);
        model.addAttribute(
                "reasons",
                checks.stream()
                        .map(Check::reason)
                        .filter(reason -> reason != Reason.NONE)
                        .distinct()
                        .toList());
        return "console/integration/certification";
    }

    @GetMapping("/certifications/{id:[0-9]{1,18}}/export")
    ResponseEntity<byte[]> export(@PathVariable long id) {
        Certification run = known(id);
        List<Check> checks = certifications.checks(id);
        return sheets.<Check>of("certification-" + run.connection() + "-" + id)
                .column("console.cert.entity", it -> words.of(it.entity()))
                .column("console.cert.depth", it -> words.of(it.depth()))
                .column("console.cert.contract", it -> words.code("cert.contract." + it.contract()))
                .column("console.list.state", it -> words.code("cert.outcome." + it.outcome()))
                .column("console.reason", it -> words.code("cert.reason." + it.reason()))
                .column("console.cert.detail", Check::detail)
                .column(
                        "console.cert.evidence",
                        it ->
                                it.messages().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" ")))
                .file(Rows.of(checks));
    }

    private Certification known(long id) {
        return certifications
                .certification(id)
                .orElseThrow(() -> new Missing("certification " + id));
    }
}
