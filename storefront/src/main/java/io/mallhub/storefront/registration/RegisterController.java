package io.mallhub.storefront.registration;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.storefront.security.FirstSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private final Registrations registrations;
    private final Accounts accounts;
    private final FirstSignIn firstSignIn;

    RegisterController(Registrations registrations, Accounts accounts, FirstSignIn firstSignIn) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.firstSignIn = firstSignIn;
    }

    @ModelAttribute("regions")
    java.util.List<String> regions() {
        return Regions.CODES;
    }

    /**
     * @param by login of the salesperson whose link this is
     */
    @GetMapping
    String form(@RequestParam(defaultValue = "") String by, Model model) {
        model.addAttribute("by", by);
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
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("by", by);
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
            buyer = open(company, account, by);
        } catch (Accounts.LoginTaken meanwhile) {
            accountErrors.rejectValue("login", "form.login-taken");
            return "storefront/register";
        }
        firstSignIn.signIn(buyer, request, response);
        return "redirect:/registration";
    }

    private boolean isTaken(String login) {
        return accounts.buyer(login).isPresent() || accounts.staff(login).isPresent();
    }

    /** Anything but the login of a salesperson at work counts as none, and is not told apart. */
    private @Nullable String salesperson(String by) {
        return accounts.staff(by)
                .filter(staff -> staff.enabled() && staff.roles().contains(Role.SALESPERSON))
                .map(StaffView::login)
                .orElse(null);
    }

    private BuyerView open(CompanyForm company, AccountForm account, String by) {
        String login = Objects.requireNonNull(account.login());
        String person = Objects.requireNonNull(account.person()).strip();
        ApplicationView application =
                registrations.start(company.company(salesperson(by)), Actor.buyer(login, person));
        return accounts.createBuyer(
                new Accounts.CreateBuyer(
                        application.customer(),
                        login,
                        person,
                        application.company().phone(),
                        Objects.requireNonNull(account.password()),
                        EnumSet.allOf(BuyerRight.class)));
    }
}
