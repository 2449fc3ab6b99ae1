package io.mallhub.console.orders;

import io.mallhub.commission.Commissions;
import io.mallhub.commission.Commissions.Share;
import io.mallhub.commission.Entry;
import io.mallhub.order.OrderView;
import io.mallhub.shared.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose links brought goods of an order, and what they have earned by it so far. */
@Component
class SharesOfOrder {
    private final Commissions commissions;

    SharesOfOrder(Commissions commissions) {
        this.commissions = commissions;
    }

    List<Shared> of(OrderView order) {
        List<Share> shares = commissions.shares(order.number());
        List<Entry> entries = shares.isEmpty() ? List.of() : commissions.ofOrder(order.number());
        return shares.stream()
                .map(it -> new Shared(it, name(order, it), earned(order, it, entries)))
                .toList();
    }

    private static String name(OrderView order, Share share) {
        return order.lines().stream()
                .filter(line -> line.product().equals(share.product()))
                .map(OrderView.Line::name)
                .findFirst()
                .orElse("—");
    }

    /** Less what was clawed back or reversed. */
    private static Money earned(OrderView order, Share share, List<Entry> entries) {
        Set<Integer> lines =
                order.lines().stream()
                        .filter(line -> line.product().equals(share.product()))
                        .map(OrderView.Line::number)
                        .collect(Collectors.toSet());
        return entries.stream()
                .filter(it -> it.channel() == Entry.Channel.DISTRIBUTION)
                .filter(it -> it.depth() == share.depth() && lines.contains(it.line()))
                .map(Entry::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * @param product name
     */
    record Shared(Share share, String product, Money earned) {}
}
