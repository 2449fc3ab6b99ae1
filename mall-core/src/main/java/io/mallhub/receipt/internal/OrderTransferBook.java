package io.mallhub.receipt.internal;

import io.mallhub.ledger.Receivables;
import io.mallhub.ledger.Receivables.FromCredit;
import io.mallhub.receipt.OrderTransferReceived;
import io.mallhub.receipt.OrderTransferTakenBack;
import io.mallhub.receipt.OrderTransfers.Part;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.internal.RepaymentTable.NewRepayment;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a receipt does to the orders it names that are paid by transfer. The orders are locked
 * before the customer's account, one after the other by number.
 */
@Component
class OrderTransferBook {
    private final OrderTransferTable transfers;
    private final RepaymentTable repayments;
    private final Receivables receivables;
    private final ReceiptNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderTransferBook(
            OrderTransferTable transfers,
            RepaymentTable repayments,
            Receivables receivables,
            ReceiptNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.repayments = repayments;
        this.receivables = receivables;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books the receipt in the ledger. Orders that wait for it become owed by as much as it brings
     * each of them, in the order named, before debts that are named too; so what it brings settles
     * them and uses no credit.
     */
    void receive(ReceiptView receipt, Actor by) {
        List<TransferView> named = locked(receipt);
        List<String> waitingFirst = new ArrayList<>();
        List<OrderTransferReceived> news = new ArrayList<>();
        Money left = receipt.amount();
        for (TransferView it : named) {
            if (it.isAwaited() && left.compareTo(Money.ZERO) > 0) {
                OrderTransferReceived part = part(it, receipt, left, by);
                left = left.minus(part.amount());
                news.add(part);
                waitingFirst.add(it.order());
            }
        }
        receipt.orders().stream()
                .filter(it -> !waitingFirst.contains(it))
                .forEach(waitingFirst::add);
        receivables.receivePayment(
                receipt.customer(),
                receipt.number(),
                receipt.amount(),
                receipt.number(),
                waitingFirst,
                by);
        news.forEach(events::publishEvent);
        news.stream().filter(it -> !it.isPaid()).forEach(it -> notices.partPaid(receipt, it));
        tooLate(receipt, named, left, by);
    }

    /** Those paid by transfer, in the order named. */
    private List<TransferView> locked(ReceiptView receipt) {
        List<String> orders = receipt.orders();
        return orders.stream()
                .distinct()
                .sorted()
                .map(transfers::lock)
                .flatMap(Optional::stream)
                .filter(it -> it.customer().equals(receipt.customer()))
                .sorted(Comparator.comparing(it -> orders.indexOf(it.order())))
                .toList();
    }

    private OrderTransferReceived part(
            TransferView waiting, ReceiptView receipt, Money left, Actor by) {
        Money missing = waiting.missing();
        Money part = missing.compareTo(left) < 0 ? missing : left;
        receivables.postPaid(receipt.customer(), waiting.order(), receipt.number(), part, by);
        transfers.addPart(waiting.order(), receipt.number(), part, clock.instant());
        Money stillMissing = missing.minus(part);
        if (stillMissing.isZero()) {
            transfers.end(waiting.order(), TransferState.PAID, "", clock.instant());
        }
        return new OrderTransferReceived(
                waiting.order(), receipt.number(), part, stillMissing, false);
    }

    /** What the customer's credit can pay: what is spoken for is none. */
    Money usableCredit(TransferView waiting) {
        if (!waiting.isAwaited()) {
            return Money.ZERO;
        }
        CustomerId customer = waiting.customer();
        Money credit = receivables.creditOf(customer).minus(repayments.spokenFor(customer));
        Money usable = credit.compareTo(waiting.missing()) < 0 ? credit : waiting.missing();
        return usable.isNegative() ? Money.ZERO : usable;
    }

    /** False when less is there; nothing was changed. */
    boolean payFromCredit(TransferView waiting, Money amount, Actor by) {
        List<FromCredit> sources =
                receivables.payFromCredit(
                        waiting.customer(),
                        waiting.order(),
                        amount,
                        () -> repayments.spokenFor(waiting.customer()),
                        by);
        Money missing = waiting.missing();
        List<OrderTransferReceived> news = new ArrayList<>();
        for (FromCredit it : sources) {
            missing = missing.minus(it.amount());
            transfers.addToPart(waiting.order(), it.payment(), it.amount(), clock.instant());
            news.add(
                    new OrderTransferReceived(
                            waiting.order(), it.payment(), it.amount(), missing, true));
        }
        if (missing.isZero()) {
            transfers.end(waiting.order(), TransferState.PAID, "", clock.instant());
        }
        news.forEach(events::publishEvent);
        return !sources.isEmpty();
    }

    /** Money for an order that has ended is the customer's; finance is asked to pay it back. */
    private void tooLate(ReceiptView receipt, List<TransferView> named, Money left, Actor by) {
        Optional<TransferView> ended =
                named.stream().filter(it -> it.state() == TransferState.CLOSED).findFirst();
        if (ended.isEmpty()) {
            return;
        }
        Money free = receivables.freeOf(receipt.customer());
        Money back = free.compareTo(left) < 0 ? free : left;
        if (back.compareTo(Money.ZERO) > 0) {
            ask(ended.get(), receipt.number(), back, "repayment.too-late", by);
        }
    }

    /**
     * The receipt is no payment any more, in the ledger and here. An order that waits for the rest
     * waits for this part again, and owes it no longer. One that was paid stays so, and owes it.
     */
    void takenBack(ReceiptView receipt, String reason, Actor by) {
        List<TransferView> paid =
                transfers.ofReceipt(receipt.number()).stream()
                        .map(transfers::lock)
                        .flatMap(Optional::stream)
                        .toList();
        receivables.reversePayment(receipt.customer(), receipt.number(), reason, by);
        for (TransferView it : paid) {
            Money part =
                    transfers.parts(it.order()).stream()
                            .filter(one -> one.receipt().equals(receipt.number()))
                            .map(Part::amount)
                            .findFirst()
                            .orElseThrow();
            transfers.takeBackPart(it.order(), receipt.number(), part, clock.instant());
            if (it.isAwaited()) {
                receivables.credit(
                        receipt.customer(), it.order(), receipt.number(), part, reason, by);
            }
            events.publishEvent(new OrderTransferTakenBack(it.order(), receipt.number(), part));
        }
    }

    /** What the order was paid with and owes no longer. */
    void freed(TransferView transfer, String document, Money before, String reason, Actor by) {
        Money freed = before.minus(receivables.meantFor(transfer.customer(), transfer.order()));
        if (freed.compareTo(Money.ZERO) > 0) {
            ask(transfer, document, freed, reason, by);
        }
    }

    private void ask(
            TransferView transfer, String document, Money amount, String reason, Actor by) {
        NewRepayment asked =
                new NewRepayment(
                        transfer.customer(),
                        transfer.customerName(),
                        amount,
                        transfer.order(),
                        document,
                        reason,
                        by.name());
        repayments
                .add(asked, clock.instant())
                .flatMap(repayments::find)
                .ifPresent(notices::repaymentAsked);
    }
}
