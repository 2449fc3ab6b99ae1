package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.prepaid.internal.HoldTable.Hold;
import io.mallhub.prepaid.internal.PrepaidEntries.Paid;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PrepaidLedgers implements PrepaidAccounts {
    private static final Balance NOTHING = new Balance(PrepaidAmount.ZERO, PrepaidAmount.ZERO);

    private final AccountTable accounts;
    private final HoldTable holds;
    private final PrepaidEntries entries;
    private final Clock clock;

    PrepaidLedgers(AccountTable accounts, HoldTable holds, PrepaidEntries entries, Clock clock) {
        this.accounts = accounts;
        this.holds = holds;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Balance balance(CustomerId customer) {
        return accounts.find(customer).orElse(NOTHING);
    }

    @Override
    public HoldOutcome hold(CustomerId customer, String orderNumber, Money amount) {
        mustNotBeNegative(amount);
        Optional<Balance> account = accounts.lock(customer);
        if (account.isEmpty()) {
            return new HoldOutcome.TooLow(amount, Money.ZERO);
        }
        Optional<Hold> earlier = holds.find(customer, orderNumber);
        if (earlier.isPresent()) {
            return repeated(orderNumber, earlier.get(), amount);
        }
        PrepaidAmount available = account.get().available();
        if (amount.compareTo(available.total()) > 0) {
            return new HoldOutcome.TooLow(amount, available.total());
        }
        PrepaidAmount split = SpendingOrder.split(available, amount);
        holds.open(customer, orderNumber, split, clock.instant());
        return new HoldOutcome.Held(split);
    }

    private static HoldOutcome repeated(String orderNumber, Hold earlier, Money amount) {
        if (!earlier.open() || !earlier.amount().total().equals(amount)) {
            throw new IllegalStateException(
                    "Order "
                            + orderNumber
                            + " held "
                            + earlier.amount().total()
                            + (earlier.open() ? "" : ", and holds no more")
                            + "; it can't hold "
                            + amount);
        }
        return new HoldOutcome.Held(earlier.amount());
    }

    @Override
    public HoldOutcome changeHold(CustomerId customer, String orderNumber, Money amount) {
        mustNotBeNegative(amount);
        Balance account = locked(customer, orderNumber);
        PrepaidAmount before = openHold(customer, orderNumber);
        PrepaidAmount available = account.available().plus(before);
        if (amount.compareTo(available.total()) > 0) {
            return new HoldOutcome.TooLow(amount, available.total());
        }
        PrepaidAmount split = SpendingOrder.split(available, amount);
        holds.change(customer, orderNumber, split);
        return new HoldOutcome.Held(split);
    }

    @Override
    public EntryView capture(CustomerId customer, String orderNumber, Money amount, Actor by) {
        locked(customer, orderNumber);
        Optional<EntryView> earlier = entries.byKey(customer, NewEntry.captureKey(orderNumber));
        if (earlier.isPresent()) {
            mustBe(amount.negate(), earlier.get());
            return earlier.get();
        }
        PrepaidAmount held = openHold(customer, orderNumber);
        if (!held.total().equals(amount)) {
            throw new IllegalStateException(
                    "Order " + orderNumber + " holds " + held.total() + ", not " + amount);
        }
        holds.end(customer, orderNumber, "CAPTURED", clock.instant());
        return entries.append(NewEntry.capture(customer, orderNumber, held, by), clock.instant());
    }

    @Override
    public void giveBack(CustomerId customer, String orderNumber, String reason, Actor by) {
        if (accounts.lock(customer).isEmpty()) {
            return;
        }
        holds.end(customer, orderNumber, "RELEASED", clock.instant());
        entries.paid(customer, orderNumber)
                .filter(paid -> !paid.reversed())
                .ifPresent(
                        paid ->
                                entries.append(
                                        NewEntry.captureReversal(
                                                customer,
                                                orderNumber,
                                                paid.captured().minus(paid.returned()),
                                                reason,
                                                by),
                                        clock.instant()));
    }

    @Override
    public EntryView refund(
            CustomerId customer,
            String orderNumber,
            String creditNote,
            Money amount,
            String reason,
            Actor by) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A refund is more than 0, not " + amount);
        }
        locked(customer, orderNumber);
        Optional<EntryView> earlier =
                entries.byKey(customer, NewEntry.refundKey(orderNumber, creditNote));
        if (earlier.isPresent()) {
            mustBe(amount, earlier.get());
            return earlier.get();
        }
        Paid paid =
                entries.paid(customer, orderNumber)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Order " + orderNumber + " captured nothing"));
        if (paid.left().compareTo(amount) < 0) {
            throw new IllegalStateException(
                    "Of " + orderNumber + " " + paid.left() + " is left, not " + amount);
        }
        PrepaidAmount back = RefundOrder.split(paid.captured(), paid.returned().total(), amount);
        return entries.append(
                NewEntry.refund(customer, orderNumber, creditNote, back, reason, by),
                clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public PrepaidAmount foretell(CustomerId customer, String orderNumber, Money amount) {
        return entries.paid(customer, orderNumber)
                .map(it -> RefundOrder.split(it.captured(), it.returned().total(), amount))
                .orElse(PrepaidAmount.ZERO);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> paidOf(CustomerId customer, Collection<String> orderNumbers) {
        return orderNumbers.isEmpty() ? Set.of() : entries.paidOf(customer, orderNumbers);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PrepaidAmount> paidWith(String orderNumber) {
        return holds.kept(orderNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<EntryView> entries(CustomerId customer, PageRequest page) {
        return entries.page(customer, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<HoldView> holds(CustomerId customer, PageRequest page) {
        return holds.page(customer, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<AccountRow> page(String name, PageRequest page) {
        return accounts.page(name, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CustomerId> unproven() {
        return accounts.unproven();
    }

    private Balance locked(CustomerId customer, String document) {
        return accounts.lock(customer)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "There is no prepaid money for " + document));
    }

    private PrepaidAmount openHold(CustomerId customer, String orderNumber) {
        return holds.find(customer, orderNumber)
                .filter(Hold::open)
                .map(Hold::amount)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Order " + orderNumber + " has no prepaid money held"));
    }

    private static void mustBe(Money amount, EntryView earlier) {
        if (!earlier.amount().total().equals(amount)) {
            throw new IllegalStateException(
                    earlier.document()
                            + " is known with another amount: "
                            + earlier.amount().total());
        }
    }

    private static void mustNotBeNegative(Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("At least 0 is held, not " + amount);
        }
    }
}
