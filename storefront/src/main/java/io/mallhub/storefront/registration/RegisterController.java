package io.mallhub.storefront.registration;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.openness.InvitationState;
import io.mallhub.openness.InvitationView;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.Openness;
import io.mallhub.storefront.security.FirstSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Step 1: the company and its first user. Steps 2 and 3 are {@link RegistrationController}'s. */
@Controller
@RequestMapping("/register")
class RegisterController {
    private final Opening opening;
    private final Openness openness;
    private final Invitations invitations;
    private final Accounts accounts;
    private final FirstSignIn firstSignIn;

    RegisterController(
            Opening opening,
            Openness openness,
            Invitations invitations,
            Accounts accounts,
            FirstSignIn firstSignIn) {
        this.opening = opening;
        this.openness = openness;
        this.invitations = invitations;
        this.accounts = accounts;
        this.firstSignIn = firstSignIn;
    }

    @ModelAttribute("regions")
    java.util.List<String> regions() {
        return Regions.CODES;
    }

    /**
     * @param by login of the salesperson whose link this is
     * @param invitation code of one
     */
    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String invitation,
            Model model) {
        cameWith(by, invitation, model);
        model.addAttribute("company", CompanyForm.empty());
        model.addAttribute("account", AccountForm.empty());
        return "storefront/register";
    }

    @PostMapping
    String register(
            @Valid @ModelAttribute("company") CompanyForm company,
            BindingResult companyErrors,
            @Valid @ModelAttribute("account") AccountForm account,
            BindingResult accountErrors,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String invitation,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        cameWith(by, invitation, model);
        if (account.login() != null && isTaken(account.login())) {
            accountErrors.rejectValue("login", "form.login-taken");
        }
        if (account.login() != null && account.login().equalsIgnoreCase(account.password())) {
            accountErrors.rejectValue("password", "form.password-is-login");
        }
        if (companyErrors.hasErrors() || accountErrors.hasErrors()) {
            return "storefront/register";
        }
        BuyerView buyer;
        try {
            switch (opening.open(company, account, by, invitation)) {
                case Opening.Outcome.Opened opened -> buyer = opened.buyer();
                case Opening.Outcome.Refused refused -> {
                    model.addAttribute("refusal", refused.why());
                    return "storefront/register";
                }
            }
        } catch (Accounts.LoginTaken meanwhile) {
            accountErrors.rejectValue("login", "form.login-taken");
            return "storefront/register";
        }
        firstSignIn.signIn(buyer, request, response);
        return "redirect:/registration";
    }

    /** While registration is closed the form opens to who has an invitation that still counts. */
    private void cameWith(String by, String code, Model model) {
        InvitationView invited =
                code.isBlank()
                        ? null
                        : invitations
                                .byCode(code)
                                .filter(it -> it.state() == InvitationState.OPEN)
                                .orElse(null);
        model.addAttribute("by", by);
        model.addAttribute("invitation", code);
        model.addAttribute("invited", invited);
        model.addAttribute("access", openness.doors().registration());
        model.addAttribute("closed", invited == null && openness.doors().isByInvitationOnly());
    }

    private boolean isTaken(String login) {
        return accounts.buyer(login).isPresent() || accounts.staff(login).isPresent();
    }
}
