package io.mallhub.routes.voucher;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.Payouts.Sending;
import io.mallhub.commission.Statements;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Accounting vouchers that an ERP fetches. */
@Component
class VoucherShelf extends Shelf<Pickups.Voucher> {
    private final Payouts payouts;
    private final Statements statements;

    VoucherShelf(
            Payouts payouts,
            Statements statements,
            Tools tools,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        super(Entity.VOUCHER, tools, lease);
        this.payouts = payouts;
        this.statements = statements;
    }

    @Override
    protected Optional<Pickups.Voucher> handOut(Attempt attempt) {
        String number = attempt.mallId();
        switch (payouts.startVoucher(number)) {
            case Sending.Granted granted -> {
                outgoing().sending(attempt);
                return Optional.of(
                        new Pickups.Voucher(
                                VoucherPaper.sheet(payouts.voucher(number).orElseThrow()),
                                granted.probeFirst() || attempt.inDoubt()));
            }
            case Sending.InFlight flight ->
                    outgoing().leave(attempt, "Handed out already, until " + flight.until());
            case Sending.AlreadyPosted posted ->
                    outgoing()
                            .fetched(
                                    Entity.VOUCHER,
                                    number,
                                    attempt.connection(),
                                    posted.erpNumber());
        }
        return Optional.empty();
    }

    @Override
    protected Confirmation confirmed(String connection, String number, There there) {
        String known = posted(number).orElse(null);
        if (known != null && !known.equals(there.erpNumber())) {
            return new Confirmation.OtherNumber(known);
        }
        payouts.recordVoucherPosted(number, there.erpNumber(), there.erpTime());
        outgoing().fetched(Entity.VOUCHER, number, connection, there.erpNumber());
        return new Confirmation.Confirmed(true);
    }

    /** The ERP's number, once it is confirmed. */
    Optional<String> posted(String number) {
        return statements.statement(number).map(it -> it.voucher().number());
    }
}
