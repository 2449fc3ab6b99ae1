package io.mallhub.console.customers;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Salespeople at work, to choose from and to call by name. */
@Component
class Sellers {
    private final Accounts accounts;

    Sellers(Accounts accounts) {
        this.accounts = accounts;
    }

    List<StaffView> atWork() {
        return accounts.staffWith(Role.SALESPERSON);
    }

    /** By login in lower case; who is not at work any more has none. */
    Map<String, String> names() {
        return atWork().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.login().toLowerCase(Locale.ROOT), StaffView::name));
    }
}
