package io.mallhub.storefront.company;

import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.RenewalState;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.documents.DocumentForm;
import io.mallhub.webkit.Notice;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company hands in the new version of a document that will expire. */
@Controller
@RequestMapping("/company/renewals/{renewal}")
class RenewalController {
    private final Renewals renewals;

    RenewalController(Renewals renewals) {
        this.renewals = renewals;
    }

    /** Only the company's own; another's is as good as none. */
    @ModelAttribute("due")
    RenewalView due(@PathVariable String renewal, BuyerView buyer) {
        return renewals.renewal(renewal)
                .filter(found -> found.customer().equals(buyer.company()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping
    String page(@ModelAttribute("due") RenewalView due, BuyerView buyer, Model model) {
        model.addAttribute("document", DocumentForm.renewing(due.expiring().data()));
        return draw(due, buyer, model);
    }

    @PostMapping
    String submit(
            @ModelAttribute("due") RenewalView due,
            @Valid @ModelAttribute("document") DocumentForm document,
            BindingResult errors,
            BuyerView buyer,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return draw(due, buyer, model);
        }
        switch (renewals.submit(
                due.number(),
                document.data(),
                document.fileName(),
                document.content(),
                buyer.actor())) {
            case DocumentOutcome.Attached attached ->
                    Notice.done(redirect, "renewal.handed-in", attached.document().fileName());
            case DocumentOutcome.RefusedFile refused ->
                    Notice.refused(redirect, refused.problem(), refused.detail());
        }
        return "redirect:/company/renewals/" + due.number();
    }

    private static String draw(RenewalView due, BuyerView buyer, Model model) {
        boolean open = due.state() == RenewalState.AWAITED || due.state() == RenewalState.RETURNED;
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("editable", open && buyer.rights().contains(BuyerRight.MANAGE));
        return "storefront/renewal";
    }
}
