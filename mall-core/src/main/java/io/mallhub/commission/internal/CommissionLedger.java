package io.mallhub.commission.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.commission.Commissions;
import io.mallhub.commission.Entry;
import io.mallhub.commission.internal.SettledOrders.Settled;
import io.mallhub.customer.Customers;
import io.mallhub.ledger.PaymentReceived;
import io.mallhub.order.OrderCompleted;
import io.mallhub.returns.ReturnSettled;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CommissionLedger implements Commissions {
    private final SettledOrders orders;
    private final CommissionEntries entries;
    private final CommissionBooking booking;
    private final Customers customers;
    private final AuditLog audit;
    private final Clock clock;

    CommissionLedger(
            SettledOrders orders,
            CommissionEntries entries,
            CommissionBooking booking,
            Customers customers,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.entries = entries;
        this.booking = booking;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that completes the order: earned exactly when it is settled. */
    @EventListener
    public void on(OrderCompleted order) {
        String salesperson =
                customers
                        .salespersonOf(order.customer())
                        .map(CommissionBooking::login)
                        .orElse(null);
        Settled settled =
                new Settled(
                        order.number(),
                        order.customer(),
                        salesperson,
                        MallTime.dateOf(order.submittedAt()),
                        order.lines().stream()
                                .map(OrderCompleted.Line::net)
                                .reduce(Money.ZERO, Money::plus));
        orders.completeOnce(settled, clock.instant())
                .ifPresent(
                        before -> {
                            booking.earn(order, settled, before);
                            booking.activate(order.customer());
                        });
    }

    @EventListener
    public void on(PaymentReceived payment) {
        booking.activate(payment.customer());
    }

    /** In the transaction that credits the return. */
    @EventListener
    public void on(ReturnSettled settled) {
        for (ReturnSettled.Line line : settled.lines()) {
            clawBack(
                    new ClawBack(
                            settled.orderNumber(),
                            line.orderLine(),
                            line.accepted(),
                            line.net(),
                            settled.number(),
                            "return/" + settled.number() + "/" + line.orderLine()));
        }
    }

    @Override
    public void attribute(String order, List<Attribution> all) {
        boolean completed = orders.lock(order);
        Map<ProductId, List<SettledOrders.Attribution>> before = orders.attributions(order);
        List<SettledOrders.Attribution> fresh = new ArrayList<>();
        for (Attribution one : all) {
            List<SettledOrders.Attribution> asked = levels(one);
            List<String> known = people(before.getOrDefault(one.product(), List.of()));
            if (known.equals(people(asked))) {
                continue;
            }
            if (completed || !known.isEmpty()) {
                throw new IllegalStateException(
                        "Order "
                                + order
                                + " is completed, or this product is attributed to "
                                + known);
            }
            fresh.addAll(asked);
        }
        if (!fresh.isEmpty()) {
            orders.attribute(order, fresh, clock.instant());
        }
    }

    private static List<SettledOrders.Attribution> levels(Attribution asked) {
        List<String> people =
                asked.chain().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        if (people.isEmpty() || people.size() > 2 || new HashSet<>(people).size() < people.size()) {
            throw new IllegalArgumentException(
                    "One sharer and at most one other above, not " + asked.chain());
        }
        return IntStream.range(0, people.size())
                .mapToObj(
                        it ->
                                new SettledOrders.Attribution(
                                        asked.product(), it + 1, people.get(it), asked.link()))
                .toList();
    }

    private static List<String> people(List<SettledOrders.Attribution> levels) {
        return levels.stream().map(SettledOrders.Attribution::beneficiary).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Share> shares(String order) {
        return orders.attributions(order).values().stream()
                .flatMap(List::stream)
                .map(it -> new Share(it.product(), it.depth(), it.beneficiary(), it.link()))
                .sorted(
                        Comparator.comparing((Share it) -> it.product().value())
                                .thenComparing(Share::depth))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, LinkFigures> figures(
            Collection<String> links, @Nullable String beneficiary) {
        return links.isEmpty() ? Map.of() : entries.figures(links, beneficiary);
    }

    @Override
    public void clawBack(ClawBack command) {
        if (!command.quantity().isPositive() || command.net().isNegative()) {
            throw new IllegalArgumentException("A return takes back more than nothing: " + command);
        }
        orders.lock(command.order());
        if (orders.keep(command, clock.instant())) {
            booking.takeBackReturned(command.order(), command.line(), command.document());
            booking.takeBackBonus(command.order(), command.document());
        }
    }

    @Override
    public void correct(long sequence, Money amount, String reason, Actor by) {
        Entry entry =
                entries.bySequence(sequence)
                        .filter(it -> it.kind() == Entry.Kind.EARNED)
                        .orElseThrow(
                                () -> new IllegalArgumentException(sequence + " was not earned"));
        if (entry.beneficiary().equalsIgnoreCase(by.id()) || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "Another person than the beneficiary corrects, and says why");
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("A line earns at least 0, not " + amount);
        }
        String order = entry.document();
        orders.lock(order);
        entries.lock(entry.beneficiary());
        mustNotBeCorrected(entry);
        append(entry, Entry.Kind.REVERSAL, entry.amount().negate(), reason, by);
        if (!amount.isZero()) {
            append(entry, Entry.Kind.CORRECTION, amount, reason, by);
        }
        booking.takeBackReturned(order, entry.line(), order);
        audit.record(
                new AuditEntry(
                        by,
                        "correct-commission",
                        "order",
                        order,
                        reason,
                        Map.of(
                                "entry",
                                Long.toString(sequence),
                                "amount",
                                entry.amount() + " → " + amount)));
    }

    private void mustNotBeCorrected(Entry entry) {
        if (entries.about(entry.sequence()).stream()
                .anyMatch(it -> it.kind() == Entry.Kind.REVERSAL)) {
            throw new IllegalStateException(entry.sequence() + " is reversed already");
        }
    }

    private void append(Entry entry, Entry.Kind kind, Money amount, String reason, Actor by) {
        entries.appendOnce(
                NewCommission.about(
                        entry,
                        kind,
                        amount,
                        entry.document(),
                        by.id(),
                        reason,
                        kind.name().toLowerCase(Locale.ROOT) + "/" + entry.sequence()),
                clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public Money balance(String beneficiary) {
        return entries.balance(beneficiary.toLowerCase(Locale.ROOT));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Entry> entries(String beneficiary, PageRequest page) {
        return entries.page(beneficiary.toLowerCase(Locale.ROOT), page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> ofOrder(String order) {
        return entries.ofOrder(order);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> unproven() {
        return entries.unproven();
    }
}
