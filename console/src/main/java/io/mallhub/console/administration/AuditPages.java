package io.mallhub.console.administration;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/console/audit")
class AuditPages {
    private final AuditLog log;
    private final Spreadsheets sheets;
    private final Words words;
    private final Times times;

    AuditPages(AuditLog log, Spreadsheets sheets, Words words, Times times) {
        this.log = log;
        this.sheets = sheets;
        this.words = words;
        this.times = times;
    }

    record Filter(
            @Nullable String actor,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String action) {
        AuditQuery query() {
            return new AuditQuery(
                    Typed.words(actor),
                    Typed.words(type),
                    Typed.words(subject),
                    Typed.words(action));
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("entries", log.page(filter.query(), list.page()));
        return "console/administration/audit";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return sheets.<RecordedEntry>of("audit")
                .column("#", RecordedEntry::sequence)
                .column("console.audit.at", row -> times.exact(row.at()))
                .column("console.audit.by", row -> row.entry().by().name())
                .column(
                        "console.audit.action",
                        row -> words.codeOr("audit." + row.entry().action(), row.entry().action()))
                .column(
                        "console.audit.subject",
                        row -> row.entry().subjectType() + " " + row.entry().subject())
                .column("console.audit.reason", row -> row.entry().reason())
                .column("console.audit.details", row -> row.entry().details().toString())
                .column("console.audit.hash", RecordedEntry::hash)
                .file(list.rows(page -> log.page(filter.query(), page)));
    }

    @PostMapping("/verify")
    String verify(RedirectAttributes redirect) {
        log.verify()
                .ifPresentOrElse(
                        broken ->
                                Notice.refused(
                                        redirect,
                                        "console.notice.chain-broken",
                                        "#" + broken.sequence() + " " + broken.why()),
                        () -> Notice.done(redirect, "console.notice.chain-whole", ""));
        return "redirect:/console/audit";
    }
}
