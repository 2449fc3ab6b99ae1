package io.mallhub.flash.internal;

import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Giveaways;
import io.mallhub.promotion.Giveaways.Asked;
import io.mallhub.promotion.GivingRules;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sales that give goods away by asking next to nothing for them, of what they cost otherwise. */
@Component
class GivenByFlashSales implements GivingRules {
    static final String WHY = "flash-sale.never-free";

    private final FlashSaleTable sales;
    private final Prices prices;
    private final Giveaways giveaways;

    GivenByFlashSales(FlashSaleTable sales, Prices prices, Giveaways giveaways) {
        this.sales = sales;
        this.prices = prices;
        this.giveaways = giveaways;
    }

    /**
     * @param base null where there is nothing to compare with
     */
    Optional<String> tooCheap(SaleView sale, @Nullable UnitPrice base) {
        return tooCheap(sale, base, giveaways.terms());
    }

    private Optional<String> tooCheap(SaleView sale, @Nullable UnitPrice base, GiftTerms terms) {
        if (base == null) {
            return Optional.empty();
        }
        return giveaways
                .tooCheap(Map.of(sale.product(), new Asked(sale.price(), base)), terms)
                .stream()
                .map(Giveaways.TooCheap::toString)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(GiftTerms terms) {
        List<SaleView> live = sales.live();
        Map<ProductId, UnitPrice> bases =
                prices.bases(live.stream().map(SaleView::product).distinct().toList());
        return live.stream().flatMap(it -> held(it, bases.get(it.product()), terms)).toList();
    }

    private Stream<Held> held(SaleView sale, @Nullable UnitPrice base, GiftTerms terms) {
        return tooCheap(sale, base, terms).stream()
                .map(it -> new Held(GivingKind.FLASH_SALE, sale.code(), sale.name(), WHY, it));
    }
}
