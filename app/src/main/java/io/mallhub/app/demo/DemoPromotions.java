package io.mallhub.app.demo;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.Accounts;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Benefit.AmountOff;
import io.mallhub.promotion.Benefit.GiftGoods;
import io.mallhub.promotion.Benefit.Present;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutOutcome;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * One draft of each of the twelve kinds of promotion rules. Marketing publishes what it likes;
 * those that give prescription drugs show that compliance has to agree.
 */
@Component
@DemoOnly
class DemoPromotions {
    private final Promotions promotions;
    private final Products products;
    private final Accounts accounts;
    private boolean done;

    DemoPromotions(Promotions promotions, Products products, Accounts accounts) {
        this.promotions = promotions;
        this.products = products;
        this.accounts = accounts;
    }

    /** Once there are goods; a second start finds them there. */
    @Scheduled(fixedDelay = 3_000)
    void draft() {
        if (done || accounts.staff("marketing").isEmpty()) {
            return;
        }
        List<ProductId> goods =
                products
                        .search(new Products.Query(null, null, true, false), PageRequest.first(2))
                        .items()
                        .stream()
                        .map(ProductView::id)
                        .toList();
        if (goods.size() < 2) {
            return;
        }
        if (promotions.page(PageRequest.first(1)).total() == 0) {
            Actor marketing = accounts.staff("marketing").orElseThrow().actor();
            kinds(goods.getFirst(), goods.getLast())
                    .forEach((name, benefit) -> put(name, benefit, marketing));
        }
        done = true;
    }

    private static Map<String, Benefit> kinds(ProductId one, ProductId other) {
        Goods all = new Goods.All();
        Goods single = new Goods.Products(Set.of(one));
        Goods category = new Goods.Categories(Set.of(RegulatoryCategory.PRESCRIPTION.name()));
        Goods branch = new Goods.Merchandise(Set.of("TCM"));
        Goods tag = new Goods.Tags(Set.of("冬季"));
        Map<String, Benefit> kinds = new LinkedHashMap<>();
        kinds.put("整单满 5000 减 100，满 20000 减 600", off(all, "5000", "100", "20000", "600"));
        kinds.put("单品满 1000 减 30", off(single, "1000", "30"));
        kinds.put("处方药满 8000 减 200", off(category, "8000", "200"));
        kinds.put("中成药满 2000 减 60", off(branch, "2000", "60"));
        kinds.put("冬季专区满 3000 减 80", off(tag, "3000", "80"));
        kinds.put(
                "买 100 件每件减 0.20",
                new Benefit.UnitOff(single, List.of(Tier.from("100", UnitPrice.of("0.20"))), null));
        kinds.put("整单满 10000 赠 1 件", gift(all, Measure.AMOUNT, "10000", other));
        kinds.put("单品每满 200 件赠 1 件", gift(single, Measure.QUANTITY, "200", other));
        kinds.put("处方药每满 15000 赠 1 件", gift(category, Measure.AMOUNT, "15000", other));
        kinds.put("中成药每满 3000 赠 1 件", gift(branch, Measure.AMOUNT, "3000", other));
        kinds.put("冬季专区每满 5000 赠 1 件", gift(tag, Measure.AMOUNT, "5000", other));
        kinds.put(
                "同款买 50 赠 1",
                new Benefit.SameGift(
                        single,
                        Measure.QUANTITY,
                        List.of(Tier.from("50", Quantity.of(1))),
                        true,
                        Quantity.of(10)));
        return kinds;
    }

    private static Benefit off(Goods goods, String... tiers) {
        List<Tier<Money>> all = new ArrayList<>();
        for (int tier = 0; tier < tiers.length; tier += 2) {
            all.add(Tier.from(tiers[tier], Money.of(tiers[tier + 1])));
        }
        return new AmountOff(goods, Measure.AMOUNT, all, false, null);
    }

    private static Benefit gift(Goods goods, Measure measure, String every, ProductId gift) {
        return new GiftGoods(
                goods,
                measure,
                List.of(Tier.from(every, new Present(gift, Quantity.of(1)))),
                true,
                Quantity.of(5));
    }

    private void put(String name, Benefit benefit, Actor by) {
        PutRule rule =
                new PutRule(
                        null,
                        0,
                        name,
                        Conditions.NONE,
                        benefit,
                        Stacking.combinable(100),
                        "演示草稿",
                        by);
        if (promotions.put(rule) instanceof PutOutcome.Refused refused) {
            throw new IllegalStateException("The demo's promotion is refused: " + refused);
        }
    }
}
