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
    private final Clock clock;

    ReceiptCheck(Receivables receivables, Clock clock) {
        this.receivables = receivables;
        this.clock = clock;
    }

    /**
     * @param reference of it, as transfers are spelled
     */
    Optional<Refused> problem(RecordReceipt it, String reference) {
        if (it.amount().compareTo(Money.ZERO) <= 0 || it.amount().compareTo(MOST) > 0) {
            return refused("amount");
        }
        if (reference.isEmpty() || reference.length() > BankTransfers.LONGEST_REFERENCE) {
            return refused("reference");
        }
        LocalDate today = MallTime.today(clock);
        if (it.receivedOn().isAfter(today)
                || it.receivedOn().isBefore(today.minusDays(OLDEST_DAYS))) {
            return refused("day");
        }
        if (it.note().strip().length() > LONGEST_TEXT) {
            return refused("note-too-long");
        }
        return it.orders().size() > MOST_ORDERS ? refused("orders-too-many") : ofOrders(it);
    }

    private Optional<Refused> ofOrders(RecordReceipt it) {
        Set<String> others = new TreeSet<>(it.orders());
        others.removeAll(receivables.openOf(it.customer(), List.copyOf(others)));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused("receipt.order-not-open", String.join(", ", others)));
    }

    private static Optional<Refused> refused(String what) {
        return Optional.of(new Refused("receipt." + what, ""));
    }

    static boolean isNoReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_TEXT;
    }
}
