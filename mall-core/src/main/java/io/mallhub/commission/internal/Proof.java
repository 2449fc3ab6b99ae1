package io.mallhub.commission.internal;

import io.mallhub.commission.Entry;
import io.mallhub.commission.Rule;
import io.mallhub.commission.StatementView.Line;
import io.mallhub.commission.Statements.Difference;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Derives every cent of a statement again, from the order lines, the rules and the returns as they
 * are kept there, not from what the ledger says of them.
 */
@Component
class Proof {
    private final Orders orders;
    private final RuleTable rules;
    private final SettledOrders settled;
    private final CommissionEntries entries;

    Proof(Orders orders, RuleTable rules, SettledOrders settled, CommissionEntries entries) {
        this.orders = orders;
        this.rules = rules;
        this.settled = settled;
        this.entries = entries;
    }

    List<Difference> of(List<Line> lines, String beneficiary) {
        List<Difference> found = new ArrayList<>();
        Map<String, Optional<OrderView>> read = new HashMap<>();
        for (Line line : lines) {
            Entry entry = line.entry();
            switch (entry.kind()) {
                case EARNED -> earned(entry, read, found);
                case BONUS -> bonus(entry, found);
                case CLAWED_BACK -> clawedBack(entry, found);
                case REVERSAL -> reversal(entry, found);
                case CORRECTION, PAID -> {}
            }
        }
        if (entries.unproven().contains(beneficiary)) {
            found.add(
                    new Difference(
                            0, "proof.balance", "Σ", entries.balance(beneficiary).toString()));
        }
        return found;
    }

    private void earned(
            Entry entry, Map<String, Optional<OrderView>> read, List<Difference> found) {
        Money net =
                read.computeIfAbsent(entry.document(), orders::order)
                        .filter(it -> it.state() == OrderState.COMPLETED)
                        .flatMap(it -> line(it, entry.line()))
                        .map(Proof::net)
                        .orElse(Money.ZERO);
        differ(entry, "proof.order-line", net, ReturnedPart.basis(entry), found);
        Rule rule = rule(entry, found);
        if (rule != null) {
            BigDecimal rate = Optional.ofNullable(rule.rate()).orElse(BigDecimal.ZERO);
            BigDecimal used = Optional.ofNullable(entry.rate()).orElse(BigDecimal.ZERO);
            if (rate.compareTo(used) != 0) {
                found.add(
                        new Difference(
                                entry.sequence(),
                                "proof.rate",
                                rate.toPlainString(),
                                used.toPlainString()));
            }
            differ(
                    entry,
                    "proof.amount",
                    new Money(net.amount().multiply(rate)),
                    entry.amount(),
                    found);
        }
    }

    private void bonus(Entry entry, List<Difference> found) {
        Rule rule = rule(entry, found);
        if (rule != null) {
            Money bonus = Optional.ofNullable(rule.bonus()).orElse(Money.ZERO);
            differ(entry, "proof.bonus", bonus, entry.amount(), found);
        }
    }

    /** The whole of what was clawed back from one earned entry is derived from all its returns. */
    private void clawedBack(Entry entry, List<Difference> found) {
        Entry earned = entries.bySequence(corrected(entry)).orElseThrow();
        List<Entry> about = entries.about(earned.sequence());
        if (earned.kind() == Entry.Kind.BONUS) {
            Money left = about.stream().map(Entry::amount).reduce(earned.amount(), Money::plus);
            differ(entry, "proof.claw-back", Money.ZERO, left, found);
            return;
        }
        Money returned = settled.returned(earned.document(), earned.line());
        Money due = ReturnedPart.due(earned, about, returned);
        differ(entry, "proof.claw-back", Money.ZERO, due, found);
    }

    private void reversal(Entry entry, List<Difference> found) {
        Entry earned = entries.bySequence(corrected(entry)).orElseThrow();
        differ(entry, "proof.reversal", earned.amount().negate(), entry.amount(), found);
    }

    /** The version that counted on the day of the order, looked up anew. */
    private @Nullable Rule rule(Entry entry, List<Difference> found) {
        Long id = entry.ruleId();
        Optional<Rule> used = id == null ? Optional.empty() : rules.byId(id);
        Optional<Rule> right =
                used.flatMap(
                        rule ->
                                settled.settled(entry.document())
                                        .flatMap(
                                                order ->
                                                        rules.asOf(
                                                                rule,
                                                                order.orderedOn(),
                                                                entry.at())));
        if (right.isEmpty() || id == null || right.get().id() != id) {
            found.add(
                    new Difference(
                            entry.sequence(),
                            "proof.rule",
                            right.map(it -> Long.toString(it.id())).orElse("-"),
                            String.valueOf(id)));
            return null;
        }
        return right.get();
    }

    private static void differ(
            Entry entry, String what, Money expected, Money found, List<Difference> all) {
        if (!expected.equals(found)) {
            all.add(new Difference(entry.sequence(), what, expected.toString(), found.toString()));
        }
    }

    private static Optional<OrderView.Line> line(OrderView order, int number) {
        return order.lines().stream().filter(it -> it.number() == number).findFirst();
    }

    /** As the order derives it: the amount without its tax, to the cent. */
    private static Money net(OrderView.Line line) {
        BigDecimal gross = BigDecimal.ONE.add(line.vatRate());
        return new Money(line.amount().amount().divide(gross, 2, RoundingMode.HALF_UP));
    }

    private static long corrected(Entry entry) {
        Long corrected = entry.corrects();
        if (corrected == null) {
            throw new IllegalStateException("Entry " + entry.sequence() + " corrects none");
        }
        return corrected;
    }
}
