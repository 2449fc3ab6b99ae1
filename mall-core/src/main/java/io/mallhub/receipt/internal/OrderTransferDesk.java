package io.mallhub.receipt.internal;

import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OrderTransferDesk implements OrderTransfers {
    private static final Duration LONGEST_PACE = Duration.ofDays(1);

    private final OrderTransferTable transfers;
    private final OrderTransferBook book;
    private final HouseAccounts accounts;
    private final Receivables receivables;
    private final ReceiptNotices notices;
    private final Clock clock;

    OrderTransferDesk(
            OrderTransferTable transfers,
            OrderTransferBook book,
            HouseAccounts accounts,
            Receivables receivables,
            ReceiptNotices notices,
            Clock clock) {
        this.transfers = transfers;
        this.book = book;
        this.accounts = accounts;
        this.receivables = receivables;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOffered() {
        return accounts.offered().isPresent();
    }

    /** An order that was taken while transfers were offered is asked for where the account was. */
    @Override
    public TransferView open(OpenTransfer command) {
        if (command.amount().compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("Nobody transfers " + command.amount());
        }
        Optional<TransferView> earlier = transfers.lock(command.order());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), command.amount());
        }
        HouseAccount account =
                accounts.current()
                        .filter(it -> !it.account().isEmpty())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "No account to transfer to is set"));
        transfers.add(command, account, clock.instant());
        TransferView opened = transfers.find(command.order()).orElseThrow();
        notices.transferAsked(opened);
        return opened;
    }

    private static TransferView repeated(TransferView earlier, Money amount) {
        if (!earlier.amount().equals(amount)) {
            throw new IllegalStateException(
                    "Order "
                            + earlier.order()
                            + " is paid with "
                            + earlier.amount()
                            + ", not "
                            + amount);
        }
        return earlier;
    }

    @Override
    @RetriedTransaction
    public CloseOutcome close(String order, String reason, Actor by) {
        TransferView transfer = known(order);
        return switch (transfer.state()) {
            case PAID -> new CloseOutcome.Paid();
            case CLOSED -> new CloseOutcome.Closed();
            case OPEN -> {
                if (transfer.announced()) {
                    notices.overdueWithFinance(transfer, clock.instant());
                    yield new CloseOutcome.WithFinance(pace(transfer));
                }
                if (transfer.graceUntil() != null && clock.instant().isBefore(transfer.dueAt())) {
                    yield new CloseOutcome.InGrace(transfer.dueAt());
                }
                transfers.end(order, TransferState.CLOSED, reason, clock.instant());
                yield new CloseOutcome.Closed();
            }
        };
    }

    private static Duration pace(TransferView transfer) {
        Duration grace = Duration.ofHours(transfer.account().graceHours());
        return grace.compareTo(LONGEST_PACE) < 0 ? grace : LONGEST_PACE;
    }

    @Override
    public void giveBack(String order, String reason, Actor by) {
        transfers
                .lock(order)
                .ifPresent(
                        transfer -> {
                            if (transfer.isAwaited()) {
                                transfers.end(order, TransferState.CLOSED, reason, clock.instant());
                            }
                            Money before = receivables.meantFor(transfer.customer(), order);
                            receivables.reverse(transfer.customer(), order, reason, by);
                            book.freed(transfer, order, before, reason, by);
                        });
    }

    @Override
    public void refund(String order, String creditNote, Money amount, String reason, Actor by) {
        TransferView transfer =
                transfers
                        .lock(order)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Order " + order + " paid nothing"));
        Money before = receivables.meantFor(transfer.customer(), order);
        receivables.credit(transfer.customer(), order, creditNote, amount, reason, by);
        book.freed(transfer, creditNote, before, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Money usableCredit(String order) {
        return transfers.find(order).map(book::usableCredit).orElse(Money.ZERO);
    }

    @Override
    @RetriedTransaction
    public Optional<String> useCredit(String order, Money amount, Money seen, Actor by) {
        TransferView transfer = known(order);
        if (!transfer.isAwaited()) {
            return Optional.of("transfer.credit-over");
        }
        if (!transfer.missing().equals(seen)) {
            return Optional.of("transfer.credit-changed");
        }
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(transfer.missing()) > 0) {
            return Optional.of("transfer.credit-amount");
        }
        return book.payFromCredit(transfer, amount, by)
                ? Optional.empty()
                : Optional.of("transfer.credit-less");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TransferView> ofOrder(String order) {
        return transfers.find(order);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> parts(String order) {
        return transfers.parts(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TransferView> page(
            @Nullable CustomerId customer, @Nullable TransferState state, PageRequest page) {
        return transfers.page(customer, state, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> unproven() {
        return transfers.unproven();
    }

    private TransferView known(String order) {
        return transfers
                .lock(order)
                .orElseThrow(() -> new IllegalArgumentException("No transfer of " + order));
    }
}
