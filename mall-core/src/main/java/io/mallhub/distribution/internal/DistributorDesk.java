package io.mallhub.distribution.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.distribution.Distributors;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DistributorDesk implements Distributors {
    private final DistributorTable table;
    private final ShareLinkTable links;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    DistributorDesk(
            DistributorTable table,
            ShareLinkTable links,
            Accounts accounts,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.links = links;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<String> appoint(Appoint asked) {
        String login = key(asked.login());
        String parent =
                asked.parent() == null || asked.parent().isBlank() ? null : key(asked.parent());
        String reason = Reason.of(asked.reason());
        Optional<StaffView> person = atWork(login);
        table.lock();
        Optional<String> problem = problem(login, parent, reason, person.isPresent(), asked.by());
        if (problem.isPresent()) {
            return problem;
        }
        table.put(login, person.orElseThrow().name(), parent, reason, asked.by(), clock.instant());
        audit(asked.by(), "appoint-distributor", login, reason, Objects.toString(parent, ""));
        return Optional.empty();
    }

    private Optional<String> problem(
            String login, @Nullable String parent, String reason, boolean known, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("distributor.not-staff");
        }
        // Nobody makes himself one, nor earns by whom he puts below himself.
        if (login.equalsIgnoreCase(by.id()) || by.id().equalsIgnoreCase(parent)) {
            return Optional.of("distributor.own");
        }
        if (!known) {
            return Optional.of("distributor.unknown");
        }
        if (table.isAppointed(login)) {
            return Optional.of("distributor.already");
        }
        if (parent != null) {
            Optional<Distributor> above = table.find(parent).filter(it -> it.endedAt() == null);
            if (above.isEmpty()) {
                return Optional.of("distributor.parent-unknown");
            }
            if (above.get().level() != 1 || login.equals(parent) || table.hasBelow(login)) {
                return Optional.of("distributor.too-deep");
            }
        }
        return Reason.problem("distributor", reason);
    }

    @Override
    @Transactional
    public Optional<String> end(String login, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = Reason.problem("distributor", reason);
        if (problem.isPresent()) {
            return problem;
        }
        if (!table.end(key(login), reason, by, clock.instant())) {
            return Optional.of("distributor.none");
        }
        // Whoever appoints him anew does not bring them back.
        links.revokeAll(key(login), reason, by, clock.instant());
        audit(by, "end-distributor", key(login), reason, "");
        return Optional.empty();
    }

    private void audit(Actor by, String action, String login, String reason, String parent) {
        audit.record(
                new AuditEntry(by, action, "distributor", login, reason, Map.of("parent", parent)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOne(String login) {
        return table.isAppointed(key(login)) && atWork(key(login)).isPresent();
    }

    private Optional<StaffView> atWork(String login) {
        return accounts.staff(login)
                .filter(StaffView::enabled)
                .filter(it -> it.roles().contains(Role.SALESPERSON));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Distributor> page(DistributorQuery query, PageRequest page) {
        return table.page(query, page);
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
