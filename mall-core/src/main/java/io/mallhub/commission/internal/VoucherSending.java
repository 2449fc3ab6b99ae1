package io.mallhub.commission.internal;

import io.mallhub.commission.Payouts.Sending;
import io.mallhub.commission.Payouts.VoucherOrder;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView.VoucherState;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.SendingLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The voucher's way into the ERP: intent first, one sender at a time, asked before sent again. */
@Component
class VoucherSending {
    private static final Set<StatementState> APPROVED_ONCE =
            EnumSet.of(
                    StatementState.APPROVED,
                    StatementState.POSTED,
                    StatementState.PAYING,
                    StatementState.FAILED,
                    StatementState.PAID);

    private final StatementTable statements;
    private final Clock clock;
    private final Duration lease;

    VoucherSending(
            StatementTable statements, Clock clock, @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.statements = statements;
        this.clock = clock;
        this.lease = lease;
    }

    Optional<VoucherOrder> order(String number) {
        return statements
                .find(number)
                .map(
                        it ->
                                new VoucherOrder(
                                        number,
                                        it.month(),
                                        it.beneficiary(),
                                        it.name(),
                                        Optional.ofNullable(it.payable()).orElse(Money.ZERO)));
    }

    Sending start(String number) {
        Head statement = statements.lock(number);
        if (statement.voucherNumber() != null) {
            return new Sending.AlreadyPosted(statement.voucherNumber());
        }
        if (statement.state() != StatementState.APPROVED) {
            throw new IllegalStateException(number + " is " + statement.state());
        }
        Instant until = statement.sendingUntil();
        if (until != null && until.isAfter(clock.instant())) {
            return new Sending.InFlight(until);
        }
        boolean probe = !statement.voucherState().equals(VoucherState.NOT_SENT.name());
        set(number, VoucherState.SENDING, "", clock.instant().plus(lease));
        return new Sending.Granted(probe);
    }

    void notSent(String number, String detail) {
        if (statements.lock(number).voucherNumber() == null) {
            set(number, VoucherState.NOT_SENT, detail, null);
        }
    }

    void unknown(String number, String detail) {
        if (statements.lock(number).voucherNumber() == null) {
            set(number, VoucherState.OUTCOME_UNKNOWN, detail, null);
        }
    }

    void posted(String number, String erpNumber) {
        Head statement = statements.lock(number);
        if (statement.voucherNumber() != null
                && !Objects.equals(statement.voucherNumber(), erpNumber)) {
            throw new IllegalStateException(
                    number + " is " + statement.voucherNumber() + ", not " + erpNumber);
        }
        if (!APPROVED_ONCE.contains(statement.state())) {
            throw new IllegalStateException(
                    number + " is " + statement.state() + ": it cannot have a voucher");
        }
        statements.set(
                number,
                "voucher_state = 'POSTED', voucher_number = ?, sending_until = NULL",
                erpNumber);
        if (statement.state() == StatementState.APPROVED) {
            statements.move(number, StatementState.POSTED);
        }
    }

    void mustNotBeThere(Head statement) {
        if (!statement.voucherState().equals(VoucherState.NOT_SENT.name())) {
            throw new IllegalStateException(
                    "The ERP may have the voucher of " + statement.number());
        }
    }

    private void set(
            String number,
            VoucherState state,
            String detail,
            @org.jspecify.annotations.Nullable Instant until) {
        statements.set(
                number,
                "voucher_state = ?, voucher_detail = ?, sending_until = ?",
                state.name(),
                detail,
                Instants.parameterOrNull(until));
    }
}
