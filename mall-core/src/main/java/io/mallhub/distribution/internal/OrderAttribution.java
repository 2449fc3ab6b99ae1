package io.mallhub.distribution.internal;

import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.Commissions;
import io.mallhub.commission.Commissions.Attribution;
import io.mallhub.distribution.Distributors;
import io.mallhub.order.OrderTaken;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says whose link an order came of, in the transaction that submits it: both are there, or neither.
 * What staff orders on behalf of a customer came of staff.
 */
@Component
class OrderAttribution {
    private final ClickTable clicks;
    private final Distributors distributors;
    private final CommissionRules rules;
    private final Commissions commissions;

    OrderAttribution(
            ClickTable clicks,
            Distributors distributors,
            CommissionRules rules,
            Commissions commissions) {
        this.clicks = clicks;
        this.distributors = distributors;
        this.rules = rules;
        this.commissions = commissions;
    }

    @EventListener
    public void on(OrderTaken order) {
        if (order.by().kind() != Actor.Kind.BUYER) {
            return;
        }
        List<Candidate> candidates = clicks.candidates(order.by().id().toLowerCase(Locale.ROOT));
        if (!candidates.isEmpty()) {
            attribute(order, candidates);
        }
    }

    private void attribute(OrderTaken order, List<Candidate> candidates) {
        Map<String, Boolean> atWork = new HashMap<>();
        List<Candidate> live =
                candidates.stream()
                        .filter(it -> atWork.computeIfAbsent(it.distributor(), distributors::isOne))
                        .toList();
        Map<ProductId, Candidate> chosen =
                LastClickPolicy.choose(order.products(), live, order.at());
        Set<ProductId> earning = rules.distributed(chosen.keySet(), MallTime.dateOf(order.at()));
        List<Attribution> all = new ArrayList<>();
        chosen.forEach(
                (product, click) -> {
                    if (earning.contains(product)) {
                        all.add(new Attribution(product, chain(click, atWork), click.code()));
                    }
                });
        if (!all.isEmpty()) {
            commissions.attribute(order.number(), all);
        }
    }

    private List<String> chain(Candidate click, Map<String, Boolean> atWork) {
        String above = click.above();
        return above != null && atWork.computeIfAbsent(above, distributors::isOne)
                ? List.of(click.distributor(), above)
                : List.of(click.distributor());
    }
}
