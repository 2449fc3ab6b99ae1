package io.mallhub.pricing.internal;

import io.mallhub.pricing.internal.PriceListTable.LowRow;
import io.mallhub.pricing.internal.PriceListTable.LowSingle;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Giveaways.Asked;
import io.mallhub.promotion.Giveaways.TooCheap;
import io.mallhub.promotion.GivingRules;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists that give goods away by asking next to nothing for them. Goods without a base price are not
 * looked at: there is nothing to compare with.
 */
@Component
class GivenByPriceLists implements GivingRules {
    private final PriceListTable lists;
    private final Giveaways giveaways;
    private final Clock clock;

    GivenByPriceLists(PriceListTable lists, Giveaways giveaways, Clock clock) {
        this.lists = lists;
        this.giveaways = giveaways;
        this.clock = clock;
    }

    List<TooCheap> tooCheap(long list) {
        GiftTerms terms = giveaways.terms();
        return giveaways.tooCheap(asked(lists.lowRows(list, terms.leastPercent())), terms);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(GiftTerms terms) {
        Map<String, List<LowRow>> byList =
                lists.lowRows(MallTime.today(clock), terms.leastPercent()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.list().toString(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Held> held = new ArrayList<>();
        byList.forEach(
                (code, rows) -> {
                    List<TooCheap> cheap = giveaways.tooCheap(asked(rows), terms);
                    if (!cheap.isEmpty()) {
                        held.add(
                                new Held(
                                        GivingKind.PRICE_LIST,
                                        code,
                                        rows.getFirst().name(),
                                        "price-list.never-free",
                                        cheap.getFirst().toString()));
                    }
                });
        return held;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LowPrices> low(GiftTerms terms) {
        Map<String, Map<ProductId, Asked>> bySource = new TreeMap<>();
        for (LowSingle it : lists.lowSingles(MallTime.today(clock), terms.leastPercent())) {
            bySource.computeIfAbsent(it.source(), source -> new LinkedHashMap<>())
                    .put(it.product(), new Asked(it.price(), it.base()));
        }
        List<LowPrices> low = new ArrayList<>();
        bySource.forEach(
                (source, prices) -> {
                    List<TooCheap> cheap = giveaways.tooCheap(prices, terms);
                    if (!cheap.isEmpty()) {
                        low.add(new LowPrices(source, cheap.size(), cheap.getFirst().toString()));
                    }
                });
        return low;
    }

    private static Map<ProductId, Asked> asked(Collection<LowRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(LowRow::product, it -> new Asked(it.price(), it.base())));
    }
}
