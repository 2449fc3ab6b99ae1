package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.CommissionPaid;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PayoutDesk implements Payouts {
    private static final int LONGEST_REFERENCE = 100;

    private final StatementTable statements;
    private final StatementLines lines;
    private final PayoutApprovals approvals;
    private final PayoutHistory history;
    private final VoucherSending vouchers;
    private final PaymentFiles files;
    private final CommissionEntries entries;
    private final StandIns standIns;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PayoutDesk(
            StatementTable statements,
            StatementLines lines,
            PayoutApprovals approvals,
            PayoutHistory history,
            VoucherSending vouchers,
            PaymentFiles files,
            CommissionEntries entries,
            StandIns standIns,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.statements = statements;
        this.lines = lines;
        this.approvals = approvals;
        this.history = history;
        this.vouchers = vouchers;
        this.files = files;
        this.entries = entries;
        this.standIns = standIns;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Money closeWindow(String number) {
        Head statement = statements.lock(number);
        if (statement.state() != StatementState.PUBLISHED) {
            return PaymentFiles.payable(statement);
        }
        Money payable = lines.open(number);
        if (payable.compareTo(Money.ZERO) > 0) {
            statements.move(number, StatementState.IN_APPROVAL);
            statements.set(number, "payable = ?", payable.amount());
            return payable;
        }
        statements.move(number, StatementState.NOTHING_DUE);
        lines.move(number, null, LineState.OPEN, LineState.CARRIED);
        return Money.ZERO;
    }

    @Override
    public void requestApprovals(String number, boolean secondNeeded) {
        Head statement = statements.lock(number);
        if (statement.state() == StatementState.IN_APPROVAL) {
            statements.set(
                    number,
                    "second_needed = second_needed OR ?",
                    secondNeeded || approvals.takeSecond(statement));
        }
    }

    @Override
    public ApprovalOutcome decide(
            String number, Step step, boolean approved, String reason, Actor by) {
        return approvals.decide(number, step, approved, reason, by);
    }

    @Override
    public void approve(String number) {
        Head statement = statements.lock(number);
        if (statement.state() == StatementState.IN_APPROVAL) {
            approvals.mustBeComplete(statement);
            statements.move(number, StatementState.APPROVED);
        }
    }

    @Override
    public void withdraw(String number, String reason, Actor by) {
        Head statement = statements.lock(number);
        switch (statement.state()) {
            case WITHDRAWN -> {}
            case COMPUTED, PUBLISHED, IN_APPROVAL, APPROVED -> {
                vouchers.mustNotBeThere(statement);
                statements.move(number, StatementState.WITHDRAWN);
                statements.set(number, "failure = ?", reason);
                lines.move(number, null, LineState.OPEN, LineState.CARRIED);
                record(by, "withdraw-payout", number, reason, Map.of());
            }
            case POSTED, PAYING, FAILED, PAID, NOTHING_DUE ->
                    throw new IllegalStateException(number + " is " + statement.state());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<VoucherOrder> voucher(String number) {
        return vouchers.order(number);
    }

    @Override
    public Sending startVoucher(String number) {
        approve(number);
        return vouchers.start(number);
    }

    @Override
    public void recordVoucherNotSent(String number, String detail) {
        vouchers.notSent(number, detail);
    }

    @Override
    public void recordVoucherUnknown(String number, String detail) {
        vouchers.unknown(number, detail);
    }

    @Override
    public void recordVoucherPosted(String number, String erpNumber, Instant erpTime) {
        vouchers.posted(number, erpNumber);
    }

    @Override
    public Optional<PaymentFile> createFile(YearMonth month, Actor by) {
        Optional<PaymentFile> file = files.create(month, by).flatMap(files::find);
        file.ifPresent(
                it ->
                        record(
                                by,
                                "create-payment-file",
                                it.number(),
                                "",
                                Map.of("total", it.total().toString())));
        return file;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PaymentFile> file(String number) {
        return files.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PaymentFile> files(YearMonth month) {
        return files.of(month).stream().flatMap(it -> files.find(it).stream()).toList();
    }

    @Override
    public ResultOutcome recordPaid(String number, String bankReference, LocalDate on, Actor by) {
        Head statement = statements.lock(number);
        String reference = bankReference.strip();
        if (isOwn(statement, by)) {
            return new ResultOutcome.Refused(PayoutEyes.OWN);
        }
        if (reference.isEmpty()
                || reference.length() > LONGEST_REFERENCE
                || on.isAfter(MallTime.today(clock))) {
            return new ResultOutcome.Refused("payout.reference-missing");
        }
        if (statement.state() == StatementState.PAID
                && reference.equals(statement.bankReference())) {
            return new ResultOutcome.Recorded();
        }
        if (statement.state() != StatementState.PAYING) {
            return new ResultOutcome.Refused("payout.not-in-file");
        }
        Money payable = PaymentFiles.payable(statement);
        entries.appendOnce(
                NewCommission.paid(statement.beneficiary(), number, payable, by.id()),
                clock.instant());
        statements.move(number, StatementState.PAID);
        statements.set(
                number,
                "bank_reference = ?, paid_at = ?",
                reference,
                Instants.parameter(MallTime.startOf(on)));
        record(by, "record-paid", number, reference, Map.of("amount", payable.toString()));
        return new ResultOutcome.Recorded();
    }

    @Override
    public ResultOutcome recordFailed(String number, String words, Actor by) {
        Head statement = statements.lock(number);
        if (isOwn(statement, by)) {
            return new ResultOutcome.Refused(PayoutEyes.OWN);
        }
        if (words.isBlank()) {
            return new ResultOutcome.Refused("payout.reference-missing");
        }
        if (statement.state() == StatementState.FAILED) {
            return new ResultOutcome.Recorded();
        }
        if (statement.state() != StatementState.PAYING) {
            return new ResultOutcome.Refused("payout.not-in-file");
        }
        statements.move(number, StatementState.FAILED);
        statements.set(number, "failure = ?, payment_file = NULL, payee_id = NULL", words);
        record(by, "record-payment-failed", number, words, Map.of());
        return new ResultOutcome.Recorded();
    }

    @Override
    public void announcePaid(String number) {
        Head statement = statements.lock(number);
        if (statement.state() != StatementState.PAID) {
            throw new IllegalStateException(number + " is " + statement.state());
        }
        if (statements.announce(number, clock.instant())) {
            events.publishEvent(
                    new CommissionPaid(
                            number, statement.beneficiary(), PaymentFiles.payable(statement)));
        }
    }

    /** An attempt is kept. */
    private boolean isOwn(Head statement, Actor by) {
        Eyes eyes = standIns.eyes(by, Set.of(Role.FINANCE));
        boolean own = eyes.includeStaff(statement.beneficiary());
        if (own) {
            history.keepAttempt(statement.number(), eyes, Map.of("why", PayoutEyes.OWN));
        }
        return own;
    }

    private void record(
            Actor by, String action, String number, String reason, Map<String, String> details) {
        audit.record(new AuditEntry(by, action, "commission-statement", number, reason, details));
    }
}
