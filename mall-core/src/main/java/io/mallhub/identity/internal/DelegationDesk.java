package io.mallhub.identity.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.DelegationView;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.RoleGiven;
import io.mallhub.identity.RoleTakenBack;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DelegationDesk implements Delegations {
    private final DelegationTable table;
    private final AccountRepository accounts;
    private final HoldingTable holdings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DelegationDesk(
            DelegationTable table,
            AccountRepository accounts,
            HoldingTable holdings,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.holdings = holdings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome give(GiveRole command) {
        Optional<StaffAccount> principal = staff(command.principal());
        Optional<StaffAccount> delegate = staff(command.delegate());
        if (principal.isEmpty() || delegate.isEmpty()) {
            return new Outcome.Refused("delegation.unknown");
        }
        // Two who give the same at once wait for each other here.
        accounts.lockById(principal.get().id().value());
        Instant now = clock.instant();
        Optional<String> refusal =
                DelegationPolicy.refusal(
                        command,
                        principal.get(),
                        delegate.get(),
                        holdings.isHisOwn(Set.of(command.role()), principal.get().login().key()),
                        isAdmin(command.by()),
                        now);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Instant starts = DelegationPolicy.starts(command, now);
        Instant ends = DelegationPolicy.ends(command);
        UUID giver = principal.get().id().value();
        UUID colleague = delegate.get().id().value();
        if (table.overlaps(giver, colleague, command.role(), starts, ends)) {
            return new Outcome.Refused("delegation.twice");
        }
        UUID id = UUID.randomUUID();
        table.add(id, command, giver, colleague, starts, ends, now);
        audit.record(
                new AuditEntry(
                        command.by(),
                        "give-role",
                        "account",
                        principal.get().login().shown(),
                        command.reason().strip(),
                        Map.of(
                                "role", command.role().name(),
                                "to", delegate.get().login().shown(),
                                "from", MallTime.dateOf(starts).toString(),
                                "until", command.until().toString())));
        events.publishEvent(
                new RoleGiven(
                        id,
                        principal.get().name(),
                        delegate.get().login().shown(),
                        MallTime.dateOf(starts),
                        command.until(),
                        command.reason().strip()));
        return new Outcome.Given(id);
    }

    @Override
    @Transactional
    public void revoke(UUID id, Actor by) {
        if (!table.lock(id)) {
            throw new IllegalArgumentException("No delegation " + id);
        }
        Instant now = clock.instant(); // after the lock: no decision under it is later than this
        DelegationView delegation = table.find(id, now).orElseThrow();
        boolean concerned =
                by.id().equalsIgnoreCase(delegation.principalLogin())
                        || by.id().equalsIgnoreCase(delegation.delegateLogin());
        if (by.kind() != Actor.Kind.STAFF || (!concerned && !isAdmin(by))) {
            throw new IllegalStateException("This delegation is not " + by.id() + "'s to revoke");
        }
        if (delegation.isOpen()) {
            table.revoke(id, now, by.name());
            audit.record(
                    new AuditEntry(
                            by,
                            "take-back-role",
                            "account",
                            delegation.principalLogin(),
                            "",
                            Map.of(
                                    "role", delegation.role().name(),
                                    "from", delegation.delegateLogin())));
            events.publishEvent(
                    new RoleTakenBack(
                            id,
                            delegation.principalLogin(),
                            delegation.delegateLogin(),
                            by.id(),
                            by.name()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DelegationView> page(@Nullable String login, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("Delegations have one order, newest first");
        }
        return table.page(login == null ? null : Login.keyOf(login), clock.instant(), page);
    }

    private boolean isAdmin(Actor by) {
        return by.kind() == Actor.Kind.STAFF
                && staff(by.id()).filter(StaffAccount::isAdmin).isPresent();
    }

    private Optional<StaffAccount> staff(String login) {
        return accounts.findByLoginKey(Login.keyOf(login))
                .filter(StaffAccount.class::isInstance)
                .map(StaffAccount.class::cast)
                .filter(Account::isEnabled);
    }
}
