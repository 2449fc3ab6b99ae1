package io.mallhub.commission.internal;

import io.mallhub.commission.Entry;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.ReversalConsequences;
import io.mallhub.shared.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a return will take back of commission: as {@link CommissionBooking} does it. */
@Component
class ForetoldClawBacks implements ReversalConsequences {
    private final SettledOrders orders;
    private final CommissionEntries entries;

    ForetoldClawBacks(SettledOrders orders, CommissionEntries entries) {
        this.orders = orders;
        this.entries = entries;
    }

    @Override
    public List<Reversal.Consequence> of(String orderNumber, List<Reversal.Line> accepted) {
        List<Entry> earned = entries.ofOrder(orderNumber);
        if (earned.isEmpty()) {
            return List.of();
        }
        List<Reversal.Consequence> consequences = new ArrayList<>();
        for (Reversal.Line line : accepted) {
            Money returned = orders.returned(orderNumber, line.orderLine()).plus(line.net());
            for (Entry entry : earned) {
                if (entry.kind() == Entry.Kind.EARNED && entry.line() == line.orderLine()) {
                    foretell(entry, returned, consequences);
                }
            }
        }
        if (isAll(orderNumber, accepted)) {
            earned.stream()
                    .filter(it -> it.kind() == Entry.Kind.BONUS)
                    .forEach(it -> foretellBonus(it, consequences));
        }
        return consequences;
    }

    private boolean isAll(String orderNumber, List<Reversal.Line> accepted) {
        Money back =
                accepted.stream()
                        .map(Reversal.Line::net)
                        .reduce(orders.returned(orderNumber), Money::plus);
        return orders.settled(orderNumber)
                .filter(settled -> back.compareTo(settled.net()) >= 0)
                .isPresent();
    }

    private void foretellBonus(Entry bonus, List<Reversal.Consequence> consequences) {
        Money left = ReturnedPart.left(bonus, entries.about(bonus.sequence()));
        if (!left.isZero()) {
            consequences.add(
                    new Reversal.Consequence(
                            "reversal.bonus", left.negate(), bonus.beneficiary(), true));
        }
    }

    private void foretell(Entry entry, Money returned, List<Reversal.Consequence> consequences) {
        Money due = ReturnedPart.due(entry, entries.about(entry.sequence()), returned);
        if (!due.isZero()) {
            consequences.add(
                    new Reversal.Consequence(
                            "reversal.commission", due.negate(), entry.beneficiary(), true));
        }
    }
}
