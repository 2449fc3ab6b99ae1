package io.mallhub.console.integration;

import io.mallhub.binding.Definitions;
import io.mallhub.binding.Definitions.Upload;
import io.mallhub.binding.Definitions.Version;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Definitions shipped and uploaded: to look at, to take home, to hand in. */
@Controller
@RequestMapping("/console/integration/definitions")
class DefinitionPages {
    private static final String BACK = "redirect:/console/integration/definitions";

    private final Definitions definitions;
    private final Spreadsheets sheets;
    private final Words words;

    DefinitionPages(Definitions definitions, Spreadsheets sheets, Words words) {
        this.definitions = definitions;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String all(ListRequest list, Model model) {
        model.addAttribute("shipped", definitions.shipped());
        model.addAttribute("uploads", definitions.uploads(list.page()));
        return "console/integration/definitions";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<Version>of("definitions")
                .column("console.integration.definition", Version::key)
                .column("console.definition.title", Version::title)
                .column("console.integration.protocol", Version::protocol)
                .column("console.definition.by", Version::by)
                .column("console.ops.at", Version::at)
                .column("console.reason", Version::reason)
                .column("console.definition.used-by", it -> String.join(", ", it.usedBy()))
                .file(list.rows(definitions::uploads));
    }

    @GetMapping("/{key}/download")
    ResponseEntity<byte[]> download(@PathVariable String key) {
        byte[] zip = definitions.download(key).orElseThrow(() -> new Missing("definition " + key));
        return Attachment.of(key.replace('@', '-') + ".zip", "application/zip", zip);
    }

    @PostMapping
    String upload(
            @RequestParam(required = false) @Nullable MultipartFile upload,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect)
            throws IOException {
        if (upload == null || upload.isEmpty()) {
            Notice.refused(redirect, "console.definition.no-file", "");
        } else if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", "");
        } else {
            tell(definitions.upload(upload.getBytes(), reason.strip(), me.actor()), redirect);
        }
        return BACK;
    }

    private void tell(Upload outcome, RedirectAttributes redirect) {
        switch (outcome) {
            case Upload.Kept kept -> Notice.done(redirect, "console.definition.kept", kept.key());
            case Upload.VersionTaken taken ->
                    Notice.refused(redirect, "console.definition.taken", taken.key());
            case Upload.Wrong wrong ->
                    Notice.refused(redirect, "console.definition.wrong", wrong.what());
            case Upload.Unfit unfit ->
                    Notice.refused(
                            redirect,
                            "console.definition.unfit",
                            words.code("zip.problem." + unfit.problem()) + " " + unfit.where());
        }
    }
}
