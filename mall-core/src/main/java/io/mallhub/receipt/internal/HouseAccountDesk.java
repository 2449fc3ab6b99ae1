package io.mallhub.receipt.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.HouseAccounts.AccountState;
import io.mallhub.receipt.internal.HouseAccountTable.Row;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class HouseAccountDesk implements HouseAccounts {
    private static final String ACCOUNT = "house-account";
    private static final String PROPOSE = "propose";
    private static final Set<Role> FINANCE = Set.of(Role.FINANCE);

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{4,38}[0-9]");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TERM = 2160;
    private static final int LONGEST_GRACE = 720;

    private final HouseAccountTable accounts;
    private final StandIns standIns;
    private final ReceiptNotices notices;
    private final AuditLog audit;
    private final Clock clock;

    HouseAccountDesk(
            HouseAccountTable accounts,
            StandIns standIns,
            ReceiptNotices notices,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.standIns = standIns;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HouseAccount> offered() {
        return accounts.current().filter(HouseAccount::offered);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HouseAccount> current() {
        return accounts.current();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HouseAccount> proposed() {
        return accounts.proposed();
    }

    @Override
    public Optional<String> propose(ProposeAccount typed) {
        ProposeAccount asked =
                new ProposeAccount(
                        typed.offered(),
                        typed.payee().strip(),
                        typed.bank().strip(),
                        typed.account().strip(),
                        typed.termHours(),
                        typed.graceHours(),
                        Reason.of(typed.reason()),
                        typed.by());
        Optional<String> problem = problem(asked);
        if (problem.isPresent()) {
            return problem;
        }
        Eyes eyes = standIns.eyes(asked.by(), FINANCE);
        Optional<Long> id = accounts.add(asked, asked.reason(), clock.instant());
        if (id.isEmpty()) {
            return Optional.of("house-account.waits");
        }
        HouseAccount proposed = accounts.byId(id.get());
        standIns.decided(eyes, ACCOUNT, id.get().toString(), PROPOSE, true);
        audit(eyes, "propose-house-account", proposed, asked.reason());
        notices.accountProposed(proposed, asked.by());
        return Optional.empty();
    }

    private Optional<String> problem(ProposeAccount asked) {
        if (asked.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("house-account.not-staff");
        }
        if (isNoName(asked.payee(), asked.offered())) {
            return Optional.of("house-account.payee");
        }
        if (isNoName(asked.bank(), asked.offered())) {
            return Optional.of("house-account.bank");
        }
        boolean given = asked.offered() || !asked.account().isEmpty();
        if (given && !NUMBER.matcher(asked.account()).matches()) {
            return Optional.of("house-account.account");
        }
        if (asked.termHours() < 1 || asked.termHours() > LONGEST_TERM) {
            return Optional.of("house-account.term");
        }
        if (asked.graceHours() < 1 || asked.graceHours() > LONGEST_GRACE) {
            return Optional.of("house-account.grace");
        }
        if (accounts.current().filter(it -> isSame(it, asked)).isPresent()) {
            return Optional.of("house-account.unchanged");
        }
        return Reason.problem(ACCOUNT, asked.reason());
    }

    private static boolean isNoName(String name, boolean needed) {
        return (needed && name.isEmpty()) || name.length() > LONGEST_NAME;
    }

    private static boolean isSame(HouseAccount now, ProposeAccount asked) {
        return now.offered() == asked.offered()
                && now.payee().equals(asked.payee())
                && now.bank().equals(asked.bank())
                && now.account().equals(asked.account())
                && now.termHours() == asked.termHours()
                && now.graceHours() == asked.graceHours();
    }

    @Override
    public Optional<String> confirm(long id, Actor by) {
        Row row = locked(id);
        if (row.account().state() == AccountState.CONFIRMED
                && by.kind() == Actor.Kind.STAFF
                && row.decider().equalsIgnoreCase(by.id())) {
            return Optional.empty(); // the same person again: a retry
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        if (by.kind() != Actor.Kind.STAFF) {
            return refused(row.account(), eyes, "house-account.not-staff");
        }
        if (standIns.didBefore(eyes, row.proposer(), ACCOUNT, Long.toString(id), PROPOSE)) {
            return refused(row.account(), eyes, "house-account.proposer");
        }
        if (row.account().state() != AccountState.PROPOSED) {
            return Optional.of("house-account.decided-already");
        }
        accounts.decide(id, AccountState.CONFIRMED, by, clock.instant());
        standIns.decided(eyes, ACCOUNT, Long.toString(id), "confirm", true);
        audit(eyes, "confirm-house-account", row.account(), row.account().reason());
        notices.accountChanged(accounts.byId(id));
        return Optional.empty();
    }

    @Override
    public Optional<String> discard(long id, Actor by) {
        Row row = locked(id);
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("house-account.not-staff");
        }
        if (row.account().state() != AccountState.PROPOSED) {
            return Optional.of("house-account.decided-already");
        }
        accounts.decide(id, AccountState.DISCARDED, by, clock.instant());
        audit(standIns.eyes(by, FINANCE), "discard-house-account", row.account(), "");
        return Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<HouseAccount> page(PageRequest page) {
        return accounts.page(page);
    }

    private Row locked(long id) {
        return accounts.lock(id)
                .orElseThrow(() -> new IllegalArgumentException("No account " + id));
    }

    private Optional<String> refused(HouseAccount account, Eyes eyes, String why) {
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        "refuse-approval",
                        ACCOUNT,
                        Long.toString(account.id()),
                        "",
                        eyes.details(Map.of("part", "confirm", "why", why))));
        return Optional.of(why);
    }

    private void audit(Eyes eyes, String action, HouseAccount account, String reason) {
        Map<String, String> details =
                Map.of(
                        "offered", Boolean.toString(account.offered()),
                        "payee", account.payee(),
                        "bank", account.bank(),
                        "account", account.account(),
                        "termHours", Integer.toString(account.termHours()),
                        "graceHours", Integer.toString(account.graceHours()));
        audit.record(
                new AuditEntry(
                        eyes.person(),
                        action,
                        ACCOUNT,
                        Long.toString(account.id()),
                        reason,
                        eyes.details(details)));
    }
}
