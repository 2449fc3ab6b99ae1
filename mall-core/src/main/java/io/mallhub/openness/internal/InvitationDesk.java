package io.mallhub.openness.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.openness.InvitationState;
import io.mallhub.openness.InvitationView;
import io.mallhub.openness.Invitations;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InvitationDesk implements Invitations {
    private static final int MOST_DAYS = 366;

    private final InvitationTable table;
    private final AuditLog audit;
    private final Clock clock;

    InvitationDesk(InvitationTable table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public MakeOutcome make(MakeInvitation asked) {
        MakeInvitation command =
                new MakeInvitation(
                        asked.kind(),
                        asked.invitee().replaceAll("\\p{Cntrl}+", " ").strip(),
                        asked.salesperson(),
                        asked.lastDay(),
                        Reason.of(asked.reason()),
                        asked.by());
        Optional<String> key = Invitee.key(command.kind(), command.invitee());
        Optional<String> problem = problem(command);
        if (key.isEmpty()) {
            String form = command.kind().name().toLowerCase(Locale.ROOT);
            return new MakeOutcome.Refused("invitation." + form);
        }
        if (problem.isPresent()) {
            return new MakeOutcome.Refused(problem.get());
        }
        String code = InvitationCode.fresh();
        InvitationView made =
                table.add(
                        command,
                        key.get(),
                        InvitationCode.digest(code),
                        clock.instant(),
                        MallTime.today(clock));
        audit(
                made,
                "make-invitation",
                command.reason(),
                command.by(),
                Map.of(
                        "kind", made.kind().name(),
                        "lastDay", made.lastDay().toString(),
                        "salesperson", Optional.ofNullable(made.salesperson()).orElse("")));
        return new MakeOutcome.Made(made, code);
    }

    private Optional<String> problem(MakeInvitation command) {
        if (command.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("invitation.not-staff");
        }
        LocalDate today = MallTime.today(clock);
        if (command.lastDay().isBefore(today)) {
            return Optional.of("invitation.day-past");
        }
        if (command.lastDay().isAfter(today.plusDays(MOST_DAYS))) {
            return Optional.of("invitation.day-far");
        }
        return Reason.problem("invitation", command.reason());
    }

    @Override
    @Transactional
    public Optional<String> revoke(long id, @Nullable String onlyOf, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = Reason.problem("invitation", reason);
        if (problem.isPresent()) {
            return problem;
        }
        Optional<InvitationView> revoked =
                table.revoke(id, onlyOf, reason, by, clock.instant(), MallTime.today(clock));
        revoked.ifPresent(it -> audit(it, "revoke-invitation", reason, by, Map.of()));
        return revoked.isPresent() ? Optional.empty() : Optional.of("invitation.not-to-revoke");
    }

    @Override
    @Transactional(readOnly = true)
    public Page<InvitationView> page(InvitationQuery query, PageRequest page) {
        return table.page(query, page, MallTime.today(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InvitationView> byCode(String code) {
        return table.byDigest(InvitationCode.digest(code), MallTime.today(clock));
    }

    @Override
    @Transactional
    public RedeemOutcome redeem(String code, Registrant registrant) {
        String digest = InvitationCode.digest(code);
        LocalDate today = MallTime.today(clock);
        Optional<InvitationView> found = table.lockByDigest(digest, today);
        if (found.isEmpty()) {
            return new RedeemOutcome.Refused("invitation.unknown");
        }
        InvitationView invitation = found.get();
        if (invitation.state() != InvitationState.OPEN) {
            String state = invitation.state().name().toLowerCase(Locale.ROOT);
            return new RedeemOutcome.Refused("invitation." + state);
        }
        String key = Invitee.key(invitation.kind(), invitation.invitee()).orElseThrow();
        if (!Invitee.keys(invitation.kind(), registrant).contains(key)) {
            return new RedeemOutcome.Refused("invitation.for-another");
        }
        InvitationView used = table.use(invitation.id(), registrant, clock.instant(), today);
        audit(
                used,
                "use-invitation",
                "",
                Actor.buyer(registrant.login(), registrant.companyName()),
                Map.of("company", registrant.companyName()));
        return new RedeemOutcome.Redeemed(used);
    }

    private void audit(
            InvitationView of, String action, String reason, Actor by, Map<String, String> more) {
        audit.record(
                new AuditEntry(by, action, "invitation", Long.toString(of.id()), reason, more));
    }
}
