package io.mallhub.console.compliance;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.QualificationArchive;
import io.mallhub.customer.QualificationArchive.Query;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Typed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The qualification archive: all versions of all documents, who decided what and when. */
@Controller
@RequestMapping("/console/compliance/archive")
class ArchivePage {
    private final QualificationArchive archive;
    private final Steps steps;
    private final Spreadsheets sheets;
    private final Times times;

    ArchivePage(QualificationArchive archive, Steps steps, Spreadsheets sheets, Times times) {
        this.archive = archive;
        this.steps = steps;
        this.sheets = sheets;
        this.times = times;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable DocumentType type,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list,
            Model model) {
        model.addAttribute("types", DocumentType.values());
        model.addAttribute("customer", Typed.words(customer));
        model.addAttribute("rows", archive.page(query(customer, type, text), list.page()));
        return "console/compliance/archive";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable DocumentType type,
            @RequestParam(required = false) @Nullable String text,
            ListRequest list) {
        return sheets.<ArchivedDocument>of("archive")
                .column("console.customer.number", ArchivedDocument::customerNumber)
                .column("console.customer.name", ArchivedDocument::customerName)
                .column("console.document.document", row -> row.data().type())
                .column("console.archive.version", ArchivedDocument::version)
                .column("console.document.number", row -> row.data().number())
                .column("console.document.issued", row -> row.data().issuedOn())
                .column("console.document.until", row -> row.data().validUntil())
                .column("console.list.state", ArchivedDocument::state)
                .column("console.archive.uploaded", this::uploaded)
                .column("console.archive.decisions", row -> steps.of(row.decisions(), "; "))
                .column("SHA-256", ArchivedDocument::sha256)
                .file(list.rows(page -> archive.page(query(customer, type, text), page)));
    }

    @GetMapping("/{document}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID document) {
        DocumentFile file =
                archive.file(document).orElseThrow(() -> new Missing("document " + document));
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }

    private String uploaded(ArchivedDocument row) {
        return row.uploadedBy() + " " + times.exact(row.uploadedAt());
    }

    private static Query query(
            @Nullable String customer, @Nullable DocumentType type, @Nullable String text) {
        return new Query(Typed.words(customer), type, Typed.words(text));
    }
}
