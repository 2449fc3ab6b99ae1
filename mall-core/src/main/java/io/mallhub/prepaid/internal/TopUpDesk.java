package io.mallhub.prepaid.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.prepaid.TopUpEnded;
import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUpView.Act;
import io.mallhub.prepaid.TopUpView.State;
import io.mallhub.prepaid.TopUps;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.transfer.BankTransfers;
import io.mallhub.transfer.BankTransfers.ClaimOutcome;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class TopUpDesk implements TopUps {
    private static final String TOP_UP = "top-up";
    private static final String REVERSAL = "top-up-reversal";
    private static final String RECORD = "record";
    private static final String CONFIRM = "confirm";
    private static final String REVERSE = "reverse";
    private static final Set<Role> FINANCE = Set.of(Role.FINANCE);

    private static final Money MOST = Money.of("1000000000");
    private static final int LONGEST_TEXT = 500;

    private final TopUpTable topUps;
    private final BankTransfers transfers;
    private final TopUpBooking booking;
    private final TopUpRules rules;
    private final Customers customers;
    private final StandIns standIns;
    private final TopUpNotices notices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TopUpDesk(
            TopUpTable topUps,
            BankTransfers transfers,
            TopUpBooking booking,
            TopUpRules rules,
            Customers customers,
            StandIns standIns,
            TopUpNotices notices,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topUps = topUps;
        this.transfers = transfers;
        this.booking = booking;
        this.rules = rules;
        this.customers = customers;
        this.standIns = standIns;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public RecordOutcome record(RecordTopUp command) {
        String reference = BankTransfers.spelled(command.bankReference());
        Optional<String> problem = problem(command, reference);
        if (problem.isPresent()) {
            return new RecordOutcome.Refused(problem.get(), "");
        }
        Optional<CustomerView> customer = customers.customer(command.customer());
        if (customer.isEmpty()) {
            return new RecordOutcome.Refused("top-up.unknown-customer", "");
        }
        String number = topUps.nextNumber(clock.instant());
        return switch (transfers.claim(reference, number)) {
            case ClaimOutcome.Taken taken -> known(command, taken.document());
            case ClaimOutcome.Claimed _ ->
                    keep(number, command, customer.get().company().name(), reference);
        };
    }

    /** The transfer may stand for a payment of what is owed, too. */
    private RecordOutcome known(RecordTopUp command, String document) {
        return topUps.find(document)
                .filter(it -> it.customer().equals(command.customer()))
                .filter(it -> it.amount().equals(command.amount()))
                .<RecordOutcome>map(it -> new RecordOutcome.Recorded(it.number(), true))
                .orElseGet(() -> new RecordOutcome.Refused("top-up.reference-known", document));
    }

    private RecordOutcome keep(
            String number, RecordTopUp command, String customerName, String reference) {
        TopUpRules.Bonus bonus = rules.bonus(command.amount());
        Eyes eyes = standIns.eyes(command.by(), FINANCE);
        topUps.add(number, command, customerName, reference, bonus, clock.instant());
        standIns.decided(eyes, TOP_UP, number, RECORD, true);
        audit(
                eyes,
                "record-top-up",
                number,
                command.note().strip(),
                Map.of(
                        "customer",
                        customerName,
                        "amount",
                        command.amount().toString(),
                        "bonus",
                        bonus.amount() + named(bonus.rule()),
                        "reference",
                        reference));
        notices.recorded(number, customerName, command);
        return new RecordOutcome.Recorded(number, false);
    }

    private static Optional<String> problem(RecordTopUp command, String reference) {
        if (command.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("top-up.not-staff");
        }
        if (command.amount().compareTo(Money.ZERO) <= 0 || command.amount().compareTo(MOST) > 0) {
            return Optional.of("top-up.amount");
        }
        if (reference.isEmpty() || reference.length() > BankTransfers.LONGEST_REFERENCE) {
            return Optional.of("top-up.reference");
        }
        return command.note().strip().length() > LONGEST_TEXT
                ? Optional.of("top-up.note-too-long")
                : Optional.empty();
    }

    @Override
    public DecideOutcome confirm(String number, Actor by) {
        TopUpView topUp = locked(number);
        if (topUp.state() == State.CONFIRMED && isBy(topUp.decided(), by)) {
            return new DecideOutcome.Done(); // the same person again: a retry
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        Optional<String> objection = objectionToConfirm(topUp, eyes);
        if (objection.isPresent()) {
            return refused(topUp, CONFIRM, eyes, objection.get());
        }
        if (topUp.state() != State.RECORDED) {
            return new DecideOutcome.Refused("top-up.decided-already");
        }
        topUps.decide(number, State.CONFIRMED, "", by, clock.instant());
        TopUpRule rule = topUp.rule();
        booking.add(topUp, rule == null ? "" : rule.name() + " (" + rule.terms() + ")", by);
        notices.credited(topUp);
        standIns.decided(eyes, TOP_UP, number, CONFIRM, true);
        audit(
                eyes,
                "confirm-top-up",
                number,
                "",
                Map.of(
                        "customer", topUp.customerName(),
                        "amount", topUp.amount().toString(),
                        "bonus", topUp.bonus() + named(rule)));
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome refuse(String number, String reason, Actor by) {
        TopUpView topUp = locked(number);
        if (by.kind() != Actor.Kind.STAFF) {
            return new DecideOutcome.Refused("top-up.not-staff");
        }
        if (isNoReason(reason)) {
            return new DecideOutcome.Refused("top-up.reason-missing");
        }
        if (topUp.state() != State.RECORDED) {
            return new DecideOutcome.Refused("top-up.decided-already");
        }
        topUps.decide(number, State.REFUSED, reason.strip(), by, clock.instant());
        transfers.release(number);
        events.publishEvent(new TopUpEnded(number, reason.strip(), false));
        audit(standIns.eyes(by, FINANCE), "refuse-top-up", number, reason.strip(), Map.of());
        return new DecideOutcome.Done();
    }

    @Override
    public DecideOutcome reverse(String number, String reason, Actor by) {
        TopUpView topUp = locked(number);
        if (isNoReason(reason)) {
            return new DecideOutcome.Refused("top-up.reason-missing");
        }
        if (topUp.state() == State.REVERSED && isBy(topUp.reversed(), by)) {
            return new DecideOutcome.Done(); // the same person again: a retry
        }
        if (topUp.state() != State.CONFIRMED) {
            return new DecideOutcome.Refused("top-up.not-confirmed");
        }
        Eyes eyes = standIns.eyes(by, FINANCE);
        Optional<String> objection = objectionToReverse(topUp, eyes);
        if (objection.isPresent()) {
            return refused(topUp, REVERSE, eyes, objection.get());
        }
        if (!booking.takeBack(topUp, reason.strip(), by)) {
            return new DecideOutcome.Refused("top-up.spent");
        }
        topUps.reverse(number, reason.strip(), by, clock.instant());
        transfers.release(number);
        events.publishEvent(new TopUpEnded(number, reason.strip(), true));
        notices.takenBack(topUp, reason.strip());
        standIns.decided(eyes, REVERSAL, number, REVERSE, true);
        audit(
                eyes,
                "reverse-top-up",
                number,
                reason.strip(),
                Map.of(
                        "customer", topUp.customerName(),
                        "amount", topUp.amount().toString(),
                        "bonus", topUp.bonus().toString()));
        return new DecideOutcome.Done();
    }

    private Optional<String> objectionToConfirm(TopUpView topUp, Eyes eyes) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("top-up.not-staff");
        }
        return standIns.didBefore(eyes, topUp.recorded().login(), TOP_UP, topUp.number(), RECORD)
                ? Optional.of("top-up.recorder")
                : Optional.empty();
    }

    private Optional<String> objectionToReverse(TopUpView topUp, Eyes eyes) {
        if (eyes.person().kind() != Actor.Kind.STAFF) {
            return Optional.of("top-up.not-staff");
        }
        Act confirmed = topUp.decided();
        String confirmer = confirmed == null ? null : confirmed.login();
        return standIns.didBefore(eyes, confirmer, TOP_UP, topUp.number(), CONFIRM)
                ? Optional.of("top-up.confirmer")
                : Optional.empty();
    }

    private DecideOutcome refused(TopUpView topUp, String part, Eyes eyes, String why) {
        audit(eyes, "refuse-approval", topUp.number(), "", Map.of("part", part, "why", why));
        return new DecideOutcome.Refused(why);
    }

    private static boolean isBy(@Nullable Act act, Actor by) {
        return act != null
                && by.kind() == Actor.Kind.STAFF
                && act.login().equalsIgnoreCase(by.id());
    }

    private static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_TEXT;
    }

    private static String named(@Nullable TopUpRule rule) {
        return rule == null ? "" : " (" + rule.id() + ": " + rule.name() + ")";
    }

    private void audit(
            Eyes eyes, String action, String number, String reason, Map<String, String> details) {
        audit.record(
                new AuditEntry(
                        eyes.person(), action, TOP_UP, number, reason, eyes.details(details)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TopUpView> find(String number) {
        return topUps.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TopUpView> page(
            @Nullable CustomerId customer, @Nullable State state, PageRequest page) {
        return topUps.page(customer, state, page);
    }

    private TopUpView locked(String number) {
        return topUps.lock(number)
                .orElseThrow(() -> new IllegalArgumentException("No top-up " + number));
    }
}
