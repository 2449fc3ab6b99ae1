package io.mallhub.storefront.registration;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.Company;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.Invitations.RedeemOutcome;
import io.mallhub.openness.Invitations.Registrant;
import io.mallhub.openness.Openness;
import io.mallhub.shared.Actor;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the application of a company, its first user's account and, where it came with one, uses up
 * the invitation: all or nothing.
 */
@Component
class Opening {
    private final Openness openness;
    private final Invitations invitations;
    private final Registrations registrations;
    private final Accounts accounts;

    Opening(
            Openness openness,
            Invitations invitations,
            Registrations registrations,
            Accounts accounts) {
        this.openness = openness;
        this.invitations = invitations;
        this.registrations = registrations;
        this.accounts = accounts;
    }

    /**
     * While registration is open a code that does not count is like none, as a link of nobody is.
     *
     * @param by login of the salesperson whose link this is; who invited comes before
     * @param code of an invitation, empty for none
     * @throws Accounts.LoginTaken and nothing is kept, the invitation is still open
     */
    @Transactional
    public Outcome open(CompanyForm company, AccountForm account, String by, String code) {
        String seller = by;
        if (!code.isBlank()) {
            switch (invitations.redeem(code, registrant(company, account))) {
                case RedeemOutcome.Redeemed redeemed ->
                        seller =
                                Objects.requireNonNullElse(redeemed.invitation().salesperson(), by);
                case RedeemOutcome.Refused refused -> {
                    if (openness.doors().isByInvitationOnly()) {
                        return new Outcome.Refused(refused.why());
                    }
                }
            }
        } else if (openness.doors().isByInvitationOnly()) {
            return new Outcome.Refused("invitation.needed");
        }
        return new Outcome.Opened(open(company.company(salesperson(seller)), account));
    }

    private BuyerView open(Company company, AccountForm account) {
        String login = Objects.requireNonNull(account.login());
        String person = Objects.requireNonNull(account.person()).strip();
        ApplicationView application = registrations.start(company, Actor.buyer(login, person));
        return accounts.createBuyer(
                new Accounts.CreateBuyer(
                        application.customer(),
                        login,
                        person,
                        application.company().phone(),
                        Objects.requireNonNull(account.password()),
                        EnumSet.allOf(BuyerRight.class)));
    }

    private static Registrant registrant(CompanyForm form, AccountForm account) {
        Company company = form.company(null);
        return new Registrant(
                company.name(),
                company.uscc(),
                company.phone(),
                Objects.requireNonNull(account.login()));
    }

    /** Anything but the login of a salesperson at work counts as none, and is not told apart. */
    private @Nullable String salesperson(String by) {
        return accounts.staff(by)
                .filter(staff -> staff.enabled() && staff.roles().contains(Role.SALESPERSON))
                .map(StaffView::login)
                .orElse(null);
    }

    sealed interface Outcome {
        record Opened(BuyerView buyer) implements Outcome {}

        /**
         * @param why message key: invitation.needed and those of {@link Invitations#redeem}
         */
        record Refused(String why) implements Outcome {}
    }
}
