package io.mallhub.console.compliance;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.FourEyesProof.Breach;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import io.mallhub.webkit.Workbook;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The proof of four eyes over the whole history, and the attempts that were refused (X3). */
@Controller
@RequestMapping("/console/compliance/four-eyes")
class FourEyesPage {
    private static final AuditQuery REFUSED = new AuditQuery(null, null, null, "refuse-approval");

    private final FourEyesProof proof;
    private final AuditLog audit;
    private final Spreadsheets sheets;
    private final Steps steps;
    private final Words words;

    FourEyesPage(
            FourEyesProof proof, AuditLog audit, Spreadsheets sheets, Steps steps, Words words) {
        this.proof = proof;
        this.audit = audit;
        this.sheets = sheets;
        this.steps = steps;
        this.words = words;
    }

    @GetMapping
    String page(ListRequest list, Model model) {
        model.addAttribute("verdict", proof.verify());
        model.addAttribute("refused", audit.page(REFUSED, list.page()));
        return "console/compliance/four-eyes";
    }

    /** What breaks the rule and what was refused, on a sheet each. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        try (Workbook book = new Workbook()) {
            sheets.<Breach>of("breaches")
                    .column("console.four-eyes.when", Breach::at)
                    .column("console.four-eyes.subject", Breach::subject)
                    .column("console.four-eyes.person", Breach::person)
                    .column("console.four-eyes.decided", one -> steps.of(one.decision()))
                    .column("console.four-eyes.also", one -> steps.of(one.otherPart()))
                    .into(book, Rows.of(proof.verify().breaches()));
            sheets.<RecordedEntry>of("refused")
                    .column("console.four-eyes.when", RecordedEntry::at)
                    .column("console.four-eyes.subject", one -> one.entry().subject())
                    .column("console.four-eyes.person", one -> one.entry().by().name())
                    .column(
                            "console.four-eyes.why",
                            one -> words.code(one.entry().details().get("why")))
                    .into(book, list.rows(page -> audit.page(REFUSED, page)));
            return book.of("four-eyes");
        }
    }
}
