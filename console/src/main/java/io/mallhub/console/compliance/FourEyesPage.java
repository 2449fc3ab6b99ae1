package io.mallhub.console.compliance;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.webkit.ListRequest;
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

    FourEyesPage(FourEyesProof proof, AuditLog audit) {
        this.proof = proof;
        this.audit = audit;
    }

    @GetMapping
    String page(ListRequest list, Model model) {
        model.addAttribute("verdict", proof.verify());
        model.addAttribute("refused", audit.page(REFUSED, list.page()));
        return "console/compliance/four-eyes";
    }
}
