package io.mallhub.receipt.internal;

import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.Receipts.RecordOutcome.Refused;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.transfer.BankTransfers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What a receipt must say before it is kept. */
@Component
class ReceiptCheck {
    static final int LONGEST_TEXT = 500;

    private static final Money MOST = Money.of("1000000000");
    private static final int MOST_ORDERS = 50;
    private static final int OLDEST_DAYS = 366;

    private final Receivables receivables;
    private final OrderTransferTable transfers;
    private final Clock clock;

    ReceiptCheck(Receivables receivables, OrderTransferTable transfers, Clock clock) {
        this.receivables = receivables;
        this.transfers = transfers;
        this.clock = clock;
    }

    /**
     * @param reference of it, as transfers are spelled
     */
    Optional<Refused> problem(RecordReceipt it, String reference) {
        Optional<String> problem = ofTransfer(it.amount(), reference, it.receivedOn(), it.note());
        if (problem.isPresent()) {
            return Optional.of(new Refused(problem.get(), ""));
        }
        return it.orders().size() > MOST_ORDERS
                ? Optional.of(new Refused("receipt.orders-too-many", ""))
                : ofOrders(it);
    }

    /** Message key of what is wrong with it, whoever says that it was made. */
    Optional<String> ofTransfer(Money amount, String reference, LocalDate day, String note) {
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(MOST) > 0) {
            return Optional.of("receipt.amount");
        }
        if (reference.isEmpty() || reference.length() > BankTransfers.LONGEST_REFERENCE) {
            return Optional.of("receipt.reference");
        }
        LocalDate today = MallTime.today(clock);
        if (day.isAfter(today) || day.isBefore(today.minusDays(OLDEST_DAYS))) {
            return Optional.of("receipt.day");
        }
        return note.strip().length() > LONGEST_TEXT
                ? Optional.of("receipt.note-too-long")
                : Optional.empty();
    }

    /** Debts of the customer, and orders that it pays or was to pay by transfer. */
    private Optional<Refused> ofOrders(RecordReceipt it) {
        Set<String> others = new TreeSet<>(it.orders());
        others.removeAll(transfers.heldOpen(it.customer(), List.copyOf(others)));
        others.removeAll(receivables.openOf(it.customer(), List.copyOf(others)));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused("receipt.order-not-open", String.join(", ", others)));
    }

    static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_TEXT;
    }
}
