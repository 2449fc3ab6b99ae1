package io.mallhub.ledger.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.ledger.PaymentReceived;
import io.mallhub.ledger.Receivables;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReceivableLedger implements Receivables {
    private final Accounts accounts;
    private final Commitments commitments;
    private final Entries entries;
    private final Allocations allocations;
    private final OrderDebts debts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceivableLedger(
            Accounts accounts,
            Commitments commitments,
            Entries entries,
            Allocations allocations,
            OrderDebts debts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.commitments = commitments;
        this.entries = entries;
        this.allocations = allocations;
        this.debts = debts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public CreditPosition position(CustomerId customer) {
        return account(customer).position();
    }

    @Override
    public CreditPosition commit(CustomerId customer, String orderNumber, Money amount) {
        mustNotBeNegative(amount);
        LocalDate today = MallTime.today(clock);
        return commitments.open(customer, orderNumber, amount, clock.instant(), today).position();
    }

    @Override
    public CreditPosition recommit(CustomerId customer, String orderNumber, Money amount) {
        mustNotBeNegative(amount);
        accounts.lock(customer);
        if (!commitments.change(customer, orderNumber, amount)) {
            throw new IllegalStateException("Order " + orderNumber + " has no credit committed");
        }
        return account(customer).position();
    }

    private static void mustNotBeNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("Credit is committed for at least 0: " + amount);
        }
    }

    @Override
    public EntryView post(
            CustomerId customer,
            String orderNumber,
            Money amount,
            @Nullable LocalDate due,
            Actor by) {
        Commitments.Ended ended =
                commitments.post(
                        customer, orderNumber, NewEntry.invoiceKey(orderNumber), clock.instant());
        if (!ended.now() && commitments.wasReleased(orderNumber)) {
            throw new IllegalStateException("The credit of " + orderNumber + " was taken back");
        }
        if (ended.posted().isPresent()) {
            return ended.posted().get();
        }
        boolean locked = ended.termDays().isPresent();
        int termDays = ended.termDays().orElseGet(() -> accounts.lock(customer));
        LocalDate falling = due == null ? MallTime.today(clock).plusDays(termDays) : due;
        NewEntry invoice = NewEntry.invoice(customer, orderNumber, amount, falling, by);
        return locked
                ? entries.append(invoice, clock.instant())
                : entries.appendOnce(invoice, clock.instant());
    }

    /** All parts fall due with the first one, so that the order's debt has one day. */
    @Override
    public EntryView postPaid(
            CustomerId customer, String orderNumber, String payment, Money amount, Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A payment brings more than 0, not " + amount);
        }
        accounts.lock(customer);
        LocalDate due =
                entries.postedOf(customer, orderNumber)
                        .map(EntryView::due)
                        .orElseGet(() -> MallTime.today(clock));
        return entries.appendOnce(
                NewEntry.invoicePart(customer, orderNumber, payment, amount, due, by),
                clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Money meantFor(CustomerId customer, String orderNumber) {
        return allocations.meantFor(customer, orderNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public Money freeOf(CustomerId customer) {
        return debts.freeOf(customer);
    }

    @Override
    @Transactional(readOnly = true)
    public Money creditOf(CustomerId customer) {
        CreditPosition position = account(customer).position();
        Money credit =
                least(debts.freeOf(customer), least(position.balance().negate(), position.free()));
        return credit.isNegative() ? Money.ZERO : credit;
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public List<FromCredit> payFromCredit(
            CustomerId customer, String orderNumber, Money amount, Supplier<Money> kept, Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("Credit pays more than 0, not " + amount);
        }
        accounts.lock(customer);
        if (creditOf(customer).minus(kept.get()).compareTo(amount) < 0) {
            return List.of();
        }
        List<FromCredit> sources = new ArrayList<>();
        Money missing = amount;
        for (Allocations.Unmeant left : allocations.unmeant(customer, orderNumber)) {
            Money part = least(left.amount(), missing);
            if (part.compareTo(Money.ZERO) > 0) {
                postPaid(customer, orderNumber, left.nextPart(), part, by);
                allocations.mean(
                        customer, left.payment(), part, List.of(orderNumber), clock.instant());
                sources.add(new FromCredit(left.payment(), part));
                missing = missing.minus(part);
            }
        }
        if (!missing.isZero()) {
            throw new IllegalStateException(
                    "Payments of " + customer + " have less left than its credit: " + missing);
        }
        return sources;
    }

    @Override
    @RetriedTransaction
    public Optional<EntryView> repay(
            CustomerId customer, String key, Money amount, String document, Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("More than 0 is paid back, not " + amount);
        }
        accounts.lock(customer);
        NewEntry repayment = NewEntry.repayment(customer, key, amount, document, by);
        Optional<EntryView> earlier = entries.byKey(customer, repayment.key());
        if (earlier.isPresent()) {
            return earlier;
        }
        return debts.freeOf(customer).compareTo(amount) < 0
                ? Optional.empty()
                : Optional.of(entries.append(repayment, clock.instant()));
    }

    @Override
    public void reverse(CustomerId customer, String orderNumber, String reason, Actor by) {
        accounts.lock(customer);
        commitments.end(customer, orderNumber, "RELEASED", clock.instant());
        entries.postedOf(customer, orderNumber)
                .ifPresent(posted -> reverse(customer, posted, reason, by));
    }

    /** What was credited of it has been given back already. */
    private void reverse(CustomerId customer, EntryView posted, String reason, Actor by) {
        String order = posted.document();
        Money left = entries.leftOf(customer, order);
        entries.appendOnce(
                NewEntry.reversal(customer, order, left, posted.due(), reason, by),
                clock.instant());
        allocations.freeOrder(customer, order, Money.ZERO, clock.instant());
    }

    @Override
    public EntryView credit(
            CustomerId customer,
            String orderNumber,
            String creditNote,
            Money amount,
            String reason,
            Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A credit is more than 0, not " + amount);
        }
        accounts.lock(customer);
        NewEntry credit =
                NewEntry.credit(
                        customer,
                        orderNumber,
                        creditNote,
                        amount,
                        entries.postedOf(customer, orderNumber).map(EntryView::due).orElse(null),
                        reason,
                        by);
        Optional<EntryView> earlier = entries.byKey(customer, credit.key());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Money left = entries.leftOf(customer, orderNumber);
        if (left.compareTo(amount) < 0) {
            throw new IllegalStateException(
                    "Of " + orderNumber + " " + left + " is posted, not " + amount);
        }
        EntryView entry = entries.appendOnce(credit, clock.instant());
        allocations.freeOrder(customer, orderNumber, left.minus(amount), clock.instant());
        return entry;
    }

    @Override
    @RetriedTransaction
    public EntryView receivePayment(
            CustomerId customer, String key, Money amount, String document, Actor by) {
        return receivePayment(customer, key, amount, document, List.of(), by);
    }

    @Override
    @RetriedTransaction
    public EntryView receivePayment(
            CustomerId customer,
            String key,
            Money amount,
            String document,
            List<String> meantFor,
            Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A payment is more than 0, not " + amount);
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("A payment needs its bank reference as key");
        }
        accounts.lock(customer);
        NewEntry payment = NewEntry.payment(customer, key, amount, document, by);
        boolean first = entries.byKey(customer, payment.key()).isEmpty();
        EntryView entry = entries.appendOnce(payment, clock.instant());
        if (!entry.amount().equals(payment.amount())) {
            throw new IllegalArgumentException(
                    "Payment " + key + " is known with another amount: " + entry.amount());
        }
        if (first) {
            allocations.mean(customer, key, amount, meantFor, clock.instant());
        }
        events.publishEvent(new PaymentReceived(customer, key));
        return entry;
    }

    @Override
    @RetriedTransaction
    public EntryView reversePayment(CustomerId customer, String key, String reason, Actor by) {
        accounts.lock(customer);
        EntryView payment =
                entries.byKey(customer, NewEntry.paymentKey(key))
                        .orElseThrow(
                                () -> new IllegalStateException("No payment " + key + " is known"));
        allocations.freePayment(customer, key, clock.instant());
        return entries.appendOnce(
                NewEntry.paymentReversal(customer, key, payment, reason, by), clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> paidOf(CustomerId customer, Collection<String> orderNumbers) {
        return orderNumbers.isEmpty() ? Set.of() : debts.paidOf(customer, orderNumbers);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> openOf(CustomerId customer, Collection<String> orderNumbers) {
        return debts.of(customer, orderNumbers, MallTime.today(clock)).values().stream()
                .filter(debt -> debt.open().compareTo(Money.ZERO) > 0)
                .map(OrderDebt::order)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @RetriedTransaction
    public void setCredit(CustomerId customer, Money limit, int termDays, Actor by) {
        if (limit.isNegative() || termDays < 0 || termDays > 3650) {
            throw new IllegalArgumentException(
                    "A credit limit is at least 0 and a term 0 to 3650 days");
        }
        accounts.lock(customer);
        Account before = account(customer);
        accounts.setCredit(customer, limit, termDays);
        audit.record(
                new AuditEntry(
                        by,
                        "set-credit",
                        "customer",
                        customer.toString(),
                        "",
                        Map.of(
                                "limit", before.limit() + " → " + limit,
                                "termDays", before.termDays() + " → " + termDays)));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<EntryView> statement(CustomerId customer, PageRequest page) {
        return entries.statement(customer, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CustomerId> unproven() {
        return accounts.unproven();
    }

    private Account account(CustomerId customer) {
        return accounts.find(customer, MallTime.today(clock))
                .orElseGet(() -> Account.none(customer));
    }
}
