package io.mallhub.commission.internal;

import io.mallhub.commission.Entry;
import io.mallhub.commission.Rule;
import io.mallhub.commission.internal.SettledOrders.Attribution;
import io.mallhub.commission.internal.SettledOrders.Before;
import io.mallhub.commission.internal.SettledOrders.Settled;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.OrderCompleted;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What completed orders earn, and what returns take of it again. */
@Component
class CommissionBooking {
    private final RuleTable rules;
    private final SettledOrders orders;
    private final CommissionEntries entries;
    private final Receivables receivables;
    private final PrepaidAccounts prepaid;
    private final OnlinePayments online;
    private final Clock clock;

    CommissionBooking(
            RuleTable rules,
            SettledOrders orders,
            CommissionEntries entries,
            Receivables receivables,
            PrepaidAccounts prepaid,
            OnlinePayments online,
            Clock clock) {
        this.rules = rules;
        this.orders = orders;
        this.entries = entries;
        this.receivables = receivables;
        this.prepaid = prepaid;
        this.online = online;
        this.clock = clock;
    }

    /** The order is locked. */
    void earn(OrderCompleted order, Settled settled, Before before) {
        bySales(order, settled);
        for (OrderCompleted.Line line : order.lines()) {
            byDistribution(settled, line, before.sharers().getOrDefault(line.product(), List.of()));
        }
        before.returnedLines()
                .forEach(line -> takeBackReturned(order.number(), line, order.number()));
    }

    private void bySales(OrderCompleted order, Settled settled) {
        boolean onBehalf = order.submittedBy().kind() == Actor.Kind.STAFF;
        String who = onBehalf ? login(order.submittedBy().id()) : settled.salesperson();
        Rule.Kind kind = onBehalf ? Rule.Kind.ON_BEHALF : Rule.Kind.SELF_SERVICE;
        if (who == null) {
            return;
        }
        rule(kind, settled.orderedOn())
                .ifPresent(
                        rule ->
                                order.lines()
                                        .forEach(
                                                line ->
                                                        book(
                                                                who,
                                                                Entry.Channel.SALES,
                                                                rule,
                                                                settled,
                                                                sold(settled, line),
                                                                null)));
    }

    private static NewCommission.Sold sold(Settled settled, OrderCompleted.Line line) {
        return new NewCommission.Sold(settled.number(), line.number(), line.net());
    }

    private void byDistribution(
            Settled settled, OrderCompleted.Line line, List<Attribution> sharers) {
        if (sharers.isEmpty()) {
            return;
        }
        NewCommission.Sold sold = sold(settled, line);
        Set<String> sellers = sellers(sold);
        if (sellers.contains(sharers.getFirst().beneficiary())) {
            return;
        }
        for (Attribution sharer : sharers) {
            rules.inForce(
                            Rule.Kind.DISTRIBUTION,
                            line.product(),
                            sharer.depth(),
                            settled.orderedOn())
                    .filter(rule -> !sellers.contains(sharer.beneficiary()))
                    .ifPresent(
                            rule ->
                                    book(
                                            sharer.beneficiary(),
                                            Entry.Channel.DISTRIBUTION,
                                            rule,
                                            settled,
                                            sold,
                                            sharer.link()));
        }
    }

    /**
     * Who sold the line gets nothing more for having shared it; nor does who stands above him,
     * since sharing with one's own customers brings nothing new.
     */
    private Set<String> sellers(NewCommission.Sold sold) {
        return entries.ofOrder(sold.order()).stream()
                .filter(it -> it.line() == sold.line() && it.channel() == Entry.Channel.SALES)
                .map(Entry::beneficiary)
                .collect(Collectors.toSet());
    }

    private void book(
            String who,
            Entry.Channel channel,
            Rule rule,
            Settled settled,
            NewCommission.Sold sold,
            @Nullable String link) {
        NewCommission entry =
                NewCommission.earned(who, channel, rule, settled.customer(), sold, link);
        if (!entry.amount().isZero()) {
            entries.appendOnce(entry, clock.instant());
        }
    }

    /** The order is locked. Repeats find nothing left to take. */
    void takeBackReturned(String order, int line, String document) {
        Money returned = orders.returned(order, line);
        for (Entry earned : entries.ofOrder(order)) {
            if (earned.kind() == Entry.Kind.EARNED && earned.line() == line) {
                takeBack(earned, returned, document);
            }
        }
    }

    void takeBack(Entry earned, Money returned, String document) {
        List<Entry> about = entries.about(earned.sequence());
        Money due = ReturnedPart.due(earned, about, returned);
        if (!due.isZero()) {
            entries.appendOnce(
                    NewCommission.about(
                            earned,
                            Entry.Kind.CLAWED_BACK,
                            due.negate(),
                            document,
                            "commission",
                            "",
                            "clawed-back/" + earned.sequence() + "/" + about.size()),
                    clock.instant());
        }
    }

    /**
     * When the customer's first completed order is paid too. Once ever per customer, and only where
     * a rule rewards it: most completions end here.
     */
    void activate(CustomerId customer) {
        if (!rules.exists(Rule.Kind.ACTIVATION)
                || entries.byKey(NewCommission.bonusKey(customer)).isPresent()) {
            return;
        }
        orders.lockActivation(customer);
        List<Settled> kept = orders.firstKeptOf(customer);
        List<String> numbers = kept.stream().map(Settled::number).toList();
        Set<String> paid = new HashSet<>(receivables.paidOf(customer, numbers));
        paid.addAll(prepaid.paidOf(customer, numbers));
        paid.addAll(online.paidOf(numbers));
        kept.stream()
                .filter(order -> paid.contains(order.number()))
                .findFirst()
                .ifPresent(order -> reward(customer, order));
    }

    private void reward(CustomerId customer, Settled order) {
        String who = order.salesperson();
        if (who == null) {
            return;
        }
        rule(Rule.Kind.ACTIVATION, order.orderedOn())
                .filter(rule -> rule.bonus() != null && !rule.bonus().isZero())
                .ifPresent(
                        rule ->
                                entries.appendOnce(
                                        NewCommission.bonus(who, rule, customer, order.number()),
                                        clock.instant()));
    }

    /** An order that came back whole has activated nobody. */
    void takeBackBonus(String order, String document) {
        Optional<Settled> settled = orders.settled(order);
        if (settled.isEmpty() || orders.returned(order).compareTo(settled.get().net()) < 0) {
            return;
        }
        for (Entry bonus : entries.ofOrder(order)) {
            if (bonus.kind() == Entry.Kind.BONUS) {
                List<Entry> about = entries.about(bonus.sequence());
                Money left = ReturnedPart.left(bonus, about);
                if (!left.isZero()) {
                    entries.appendOnce(
                            NewCommission.about(
                                    bonus,
                                    Entry.Kind.CLAWED_BACK,
                                    left.negate(),
                                    document,
                                    "commission",
                                    "",
                                    "clawed-back/" + bonus.sequence() + "/" + about.size()),
                            clock.instant());
                }
            }
        }
    }

    private Optional<Rule> rule(Rule.Kind kind, LocalDate day) {
        return rules.inForce(kind, null, 0, day);
    }

    static @Nullable String login(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().toLowerCase(Locale.ROOT);
    }
}
