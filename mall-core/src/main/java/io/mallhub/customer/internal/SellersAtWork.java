package io.mallhub.customer.internal;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import org.springframework.stereotype.Component;

/** Staff whom a company may be given to: enabled, and salespeople. */
@Component
class SellersAtWork {
    private final Accounts accounts;

    SellersAtWork(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean are(String login) {
        return accounts.staff(login)
                .filter(StaffView::enabled)
                .filter(person -> person.roles().contains(Role.SALESPERSON))
                .isPresent();
    }
}
