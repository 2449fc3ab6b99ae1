package io.mallhub.identity.internal;

import io.mallhub.identity.StaffView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Staff as others see them: accounts, with what the roles they hold make of them. */
@Component
class StaffViews {
    private final HoldingTable holdings;
    private final PermissionBooks books;

    StaffViews(HoldingTable holdings, PermissionBooks books) {
        this.holdings = holdings;
        this.books = books;
    }

    /** One person, with all he may now. */
    StaffView of(StaffAccount account) {
        return of(account, holdings.of(account.id().value()).orElseThrow(), books.now());
    }

    StaffView of(StaffAccount account, Holding holding, PermissionBook book) {
        return account.view()
                .having(book.teamRoles(holding.teamRoles()))
                .standingIn(holding.tasksOfOthers())
                .permitted(book.permissionsOf(holding));
    }

    /** Many, without what each may. */
    List<StaffView> of(List<StaffAccount> accounts) {
        Map<UUID, Set<String>> roles =
                holdings.teamRolesOf(
                        accounts.stream().map(account -> account.id().value()).toList());
        if (roles.isEmpty()) {
            return accounts.stream().map(StaffAccount::view).toList();
        }
        PermissionBook book = books.now();
        return accounts.stream()
                .map(
                        account ->
                                account.view()
                                        .having(
                                                book.teamRoles(
                                                        roles.getOrDefault(
                                                                account.id().value(), Set.of()))))
                .toList();
    }
}
