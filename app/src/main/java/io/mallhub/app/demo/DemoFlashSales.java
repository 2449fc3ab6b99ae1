package io.mallhub.app.demo;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.PutOutcome;
import io.mallhub.flash.FlashSales.PutSale;
import io.mallhub.flash.Timing;
import io.mallhub.identity.Accounts;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The draft of a flash sale on Mondays from 20:00 to 22:00. Marketing publishes it: until then
 * nobody's price and stock depends on the day of the week.
 */
@Component
@DemoOnly
class DemoFlashSales {
    private static final BigDecimal CUT = new BigDecimal("0.8");

    private final FlashSales sales;
    private final Products products;
    private final Prices prices;
    private final Accounts accounts;
    private final Clock clock;
    private boolean done;

    DemoFlashSales(
            FlashSales sales, Products products, Prices prices, Accounts accounts, Clock clock) {
        this.sales = sales;
        this.products = products;
        this.prices = prices;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Once there are goods with a price; a second start finds it there. */
    @Scheduled(fixedDelay = 3_000)
    void draft() {
        if (done || accounts.staff("marketing").isEmpty()) {
            return;
        }
        if (sales.page(null, PageRequest.first(1)).total() == 0) {
            Actor marketing = accounts.staff("marketing").orElseThrow().actor();
            done =
                    products
                            .search(
                                    new Products.Query(null, null, true, false),
                                    PageRequest.first(20))
                            .items()
                            .stream()
                            .anyMatch(product -> isPut(product, marketing));
        } else {
            done = true;
        }
    }

    private boolean isPut(ProductView product, Actor by) {
        Optional<UnitPrice> price =
                prices.listed(product.id()).stream()
                        .filter(it -> it.list().equals("base"))
                        .map(it -> it.price().amount().multiply(CUT))
                        .map(it -> new UnitPrice(it.setScale(2, RoundingMode.DOWN)))
                        .filter(it -> it.amount().signum() > 0)
                        .findFirst();
        price.ifPresent(it -> put(product, it, by));
        return price.isPresent();
    }

    private void put(ProductView product, UnitPrice price, Actor by) {
        LocalDate today = MallTime.today(clock);
        PutSale sale =
                new PutSale(
                        null,
                        0,
                        product.id(),
                        "周一夜抢购",
                        price,
                        Quantity.of(200),
                        Quantity.of(20),
                        new Timing(
                                MallTime.startOf(today),
                                MallTime.startOf(today.plusDays(182)),
                                List.of(
                                        new WeeklySlot(
                                                DayOfWeek.MONDAY,
                                                LocalTime.of(20, 0),
                                                LocalTime.of(22, 0)))),
                        24,
                        "演示草稿",
                        by);
        if (sales.put(sale) instanceof PutOutcome.Refused refused) {
            throw new IllegalStateException("The demo's flash sale is refused: " + refused);
        }
    }
}
