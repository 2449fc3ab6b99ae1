package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees;
import io.mallhub.commission.Payees.ChangeOutcome.Done;
import io.mallhub.commission.Payees.ChangeOutcome.Refused;
import io.mallhub.identity.Accounts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.Uscc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PayeeDesk implements Payees {
    private static final int LONGEST = 200;

    private final PayeeTable payees;
    private final CommissionEntries entries;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration waiting;

    PayeeDesk(
            PayeeTable payees,
            CommissionEntries entries,
            Accounts accounts,
            AuditLog audit,
            Clock clock,
            @Value("${mallhub.commission.payee-waiting:3d}") Duration waiting) {
        this.payees = payees;
        this.entries = entries;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public ChangeOutcome request(ChangePayee command) {
        ChangePayee change = tidy(command);
        String who = change.beneficiary();
        if (who.equalsIgnoreCase(change.by().id())) {
            return new Refused("payee.own");
        }
        if (Stream.of(change.holder(), change.bank(), change.account()).anyMatch(String::isEmpty)) {
            return new Refused("payee.incomplete");
        }
        if (accounts.staff(who).isEmpty() && accounts.buyer(who).isEmpty()) {
            return new Refused("payee.unknown-beneficiary");
        }
        entries.lock(who); // of two at once the second sees the first
        if (payees.history(who).stream().anyMatch(it -> it.confirmed() == null)) {
            return new Refused("payee.waiting-already");
        }
        Payee payee = payees.add(change, who, clock.instant());
        record(change.by(), "request-payee-change", payee);
        return new Done(payee);
    }

    @Override
    public ChangeOutcome decide(long id, boolean confirm, Actor by) {
        String requester =
                payees.requester(id)
                        .orElseThrow(() -> new IllegalArgumentException("No payee " + id));
        Payee payee = payees.byId(id).orElseThrow();
        if (payee.confirmed() != null) {
            return new Refused("payee.decided-already");
        }
        if (requester.equalsIgnoreCase(by.id())) {
            return new Refused("payee.same-person");
        }
        if (payee.beneficiary().equalsIgnoreCase(by.id())) {
            return new Refused("payee.own");
        }
        Instant now = clock.instant();
        payees.decide(id, confirm, by, now, confirm ? now.plus(waiting) : null);
        Payee decided = payees.byId(id).orElseThrow();
        record(by, confirm ? "confirm-payee-change" : "refuse-payee-change", decided);
        return new Done(decided);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Payee> inForce(String beneficiary) {
        return payees.inForce(beneficiary.toLowerCase(Locale.ROOT), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Payee> history(String beneficiary) {
        return payees.history(beneficiary.toLowerCase(Locale.ROOT));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Payee> page(PageRequest page) {
        return payees.page(page);
    }

    private void record(Actor by, String action, Payee payee) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        "payee",
                        payee.beneficiary(),
                        "",
                        Map.of("account", payee.masked(), "bank", payee.bank())));
    }

    private static ChangePayee tidy(ChangePayee typed) {
        return new ChangePayee(
                text(typed.beneficiary()).toLowerCase(Locale.ROOT),
                text(typed.holder()),
                text(typed.bank()),
                text(typed.account()).replace(" ", ""),
                Uscc.normalise(text(typed.uscc())),
                text(typed.phone()),
                text(typed.address()),
                typed.by());
    }

    private static String text(@Nullable String typed) {
        String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A text has at most 200 characters");
        }
        return text;
    }
}
