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
        return consequences;
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
