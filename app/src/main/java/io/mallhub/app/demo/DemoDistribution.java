package io.mallhub.app.demo;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.DistributionGoods;
import io.mallhub.distribution.DistributionGoods.PutGood;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.Distributors.Appoint;
import io.mallhub.identity.Accounts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Two salespeople who may share, one above the other, and a few goods with a ratio. */
@Component
@DemoOnly
class DemoDistribution {
    private static final String ABOVE = "salesperson";
    private static final String BELOW = "salesperson2";
    private static final int WINDOW_DAYS = 7;
    private static final int GOODS = 3;

    private final Distribution distribution;
    private final Distributors distributors;
    private final DistributionGoods goods;
    private final Products products;
    private final Accounts accounts;
    private final Clock clock;
    private boolean done;

    DemoDistribution(
            Distribution distribution,
            Distributors distributors,
            DistributionGoods goods,
            Products products,
            Accounts accounts,
            Clock clock) {
        this.distribution = distribution;
        this.distributors = distributors;
        this.goods = goods;
        this.products = products;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Once there are goods; a second start finds all of it there. */
    @Scheduled(fixedDelay = 3_000)
    void offer() {
        if (done || accounts.staff("marketing").isEmpty() || accounts.staff(BELOW).isEmpty()) {
            return;
        }
        List<ProductView> some =
                products.search(
                                new Products.Query(null, null, true, false),
                                PageRequest.first(GOODS))
                        .items();
        if (some.size() < GOODS) {
            return;
        }
        Actor marketing = accounts.staff("marketing").orElseThrow().actor();
        if (distribution.terms().version() == 0) {
            distribution.change(
                    new ChangeTerms(new Terms(0, true, WINDOW_DAYS), "演示：开启分销", marketing));
        }
        appoint(ABOVE, null, marketing);
        appoint(BELOW, ABOVE, marketing);
        if (goods.page(null, null, PageRequest.first(1)).total() == 0) {
            some.forEach(this::put);
        }
        done = true;
    }

    private void appoint(String login, @Nullable String parent, Actor by) {
        if (!distributors.isOne(login)) {
            distributors.appoint(new Appoint(login, parent, "演示分销员", by));
        }
    }

    private void put(ProductView product) {
        goods.put(
                new PutGood(
                        product.code(),
                        new BigDecimal("0.03"),
                        new BigDecimal("0.005"),
                        MallTime.today(clock),
                        null,
                        "演示分销商品",
                        accounts.staff("finance").orElseThrow().actor()));
    }
}
