package io.mallhub.storefront.registration;

import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.documents.DocumentForm;
import io.mallhub.webkit.Attachment;
import io.mallhub.webkit.Notice;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps 2 and 3: documents and submission; then the live state of the review, and supplements. */
@Controller
@RequestMapping("/registration")
class RegistrationController {
    private final Registrations registrations;

    RegistrationController(Registrations registrations) {
        this.registrations = registrations;
    }

    @ModelAttribute("registration")
    ApplicationView application(BuyerView buyer) {
        return registrations
                .applicationOf(buyer.company())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    String page(@ModelAttribute("registration") ApplicationView application, Model model) {
        prepare(model, application);
        return "storefront/registration";
    }

    @ModelAttribute("manages")
    boolean manages(BuyerView buyer) {
        return buyer.rights().contains(BuyerRight.MANAGE);
    }

    /** The part that refreshes itself while the review runs. */
    @GetMapping("/state")
    String state() {
        return "storefront/registration :: state";
    }

    @PostMapping("/company")
    String edit(
            @ModelAttribute("registration") ApplicationView application,
            @Valid @ModelAttribute("company") CompanyForm company,
            BindingResult errors,
            BuyerView buyer,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            prepare(model, application);
            return "storefront/registration";
        }
        registrations.edit(
                application.number(),
                company.company(application.company().salesperson()),
                buyer.actor());
        Notice.done(redirect, "registration.company-saved", "");
        return "redirect:/registration";
    }

    @PostMapping("/documents")
    String attach(
            @ModelAttribute("registration") ApplicationView application,
            @Valid @ModelAttribute("document") DocumentForm document,
            BindingResult errors,
            BuyerView buyer,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            prepare(model, application);
            return "storefront/registration";
        }
        switch (registrations.attach(
                application.number(),
                document.data(),
                document.fileName(),
                document.content(),
                buyer.actor())) {
            case Registrations.DocumentOutcome.Attached attached ->
                    Notice.done(redirect, "registration.attached", attached.document().fileName());
            case Registrations.DocumentOutcome.RefusedFile refused ->
                    Notice.refused(redirect, refused.problem(), refused.detail());
        }
        return "redirect:/registration#documents";
    }

    @PostMapping("/submit")
    String submit(
            @ModelAttribute("registration") ApplicationView application,
            BuyerView buyer,
            RedirectAttributes redirect) {
        switch (registrations.submit(application.number(), buyer.actor())) {
            case Registrations.SubmitOutcome.Submitted submitted ->
                    Notice.done(redirect, "registration.submitted", submitted.number());
            case Registrations.SubmitOutcome.Incomplete incomplete ->
                    redirect.addFlashAttribute("incomplete", incomplete);
        }
        return "redirect:/registration";
    }

    @PostMapping("/withdraw")
    String withdraw(
            @ModelAttribute("registration") ApplicationView application,
            @RequestParam(defaultValue = "") String reason,
            BuyerView buyer,
            RedirectAttributes redirect) {
        registrations.withdraw(application.number(), reason, buyer.actor());
        Notice.done(redirect, "registration.withdrawn", application.number());
        return "redirect:/registration";
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> file(
            @ModelAttribute("registration") ApplicationView application, @PathVariable UUID id) {
        DocumentFile file =
                registrations
                        .file(application.number(), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }

    private static void prepare(Model model, ApplicationView application) {
        if (!model.containsAttribute("company")) {
            model.addAttribute("company", CompanyForm.of(application.company()));
        }
        if (!model.containsAttribute("document")) {
            model.addAttribute("document", DocumentForm.empty());
        }
        model.addAttribute("regions", Regions.CODES);
        model.addAttribute("documentTypes", DocumentType.values());
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute(
                "editable",
                application.state() == ApplicationState.DRAFT
                        || application.state() == ApplicationState.SUPPLEMENT_REQUESTED);
    }
}
