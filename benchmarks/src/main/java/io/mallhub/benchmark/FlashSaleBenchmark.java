package io.mallhub.benchmark;

import io.mallhub.MallAlone;
import io.mallhub.fixture.FlashFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.flash.FlashQuotas;
import io.mallhub.flash.FlashQuotas.TakeOutcome;
import io.mallhub.flash.FlashQuotas.Wanted;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.SaleState;
import io.mallhub.flash.Timing;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many buyers of one hot product. Taking a unit (quota, limit of the company, ledger) beside a bare
 * conditional update of one row in a transaction of the same pool; whole orders at the flash price
 * beside whole orders of one product at its ordinary price. None is sold twice, none is lost.
 */
final class FlashSaleBenchmark {
    private static final double TARGET = 0.7;
    private static final int THREADS = 8;
    private static final int ROUNDS = 9;

    /** Until then the compiler has one of the two processors. */
    private static final int WARM_UPS = 3;

    private static final int COMPANIES = 200;
    private static final String PRICE = "6.00";

    private final int units;

    /**
     * @param orders of a measurement
     */
    FlashSaleBenchmark(int orders) {
        units = (orders + THREADS - 1) / THREADS * THREADS;
    }

    void run(Machine machine, Report report) throws Exception {
        try (Hub hub = Hub.start(MallAlone.class, machine.database("flash_sale"), Map.of())) {
            Shop shop = Shop.open(hub, units, COMPANIES);
            takings(hub, shop, report);
            orders(hub, shop, report);
        }
    }

    private void takings(Hub hub, Shop shop, Report report) throws Exception {
        FlashQuotas quotas = hub.get(FlashQuotas.class);
        TransactionTemplate transaction = hub.get(TransactionTemplate.class);
        JdbcClient jdbc = hub.get(JdbcClient.class);
        jdbc.sql(
                        "CREATE TABLE bare_quota (id uuid PRIMARY KEY, quota numeric(18, 3) NOT NULL,"
                                + " taken numeric(18, 3) NOT NULL)")
                .update();
        List<Double> measured = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        // In turns, so that neither has the warmer machine or the quieter one.
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            ProductId product = shop.products().get(round % shop.products().size());
            SaleView sale = sale(hub, product, units);
            double rate = rate(i -> isTaken(take(quotas, shop, product, i)));
            mustBeSold(hub, sale, take(quotas, shop, product, 0));
            UUID row = UUID.randomUUID();
            jdbc.sql("INSERT INTO bare_quota VALUES (?, ?, 0)").params(row, units).update();
            double reference =
                    rate(
                            i ->
                                    Boolean.TRUE.equals(
                                            transaction.execute(status -> update(jdbc, row))));
            if (round >= WARM_UPS) {
                measured.add(rate);
                bare.add(reference);
            }
        }
        report.add(
                new Result(
                        "flash sale, taking a unit, %d threads".formatted(THREADS),
                        Rate.median(measured),
                        "bare conditional update, same pool",
                        Rate.median(bare),
                        "units",
                        TARGET));
    }

    private void orders(Hub hub, Shop shop, Report report) throws Exception {
        List<Double> measured = new ArrayList<>();
        List<Double> ordinary = new ArrayList<>();
        for (int round = 0; round <= 2; round++) {
            ProductId hot = shop.products().get(round % shop.products().size());
            ProductId plain =
                    shop.products()
                            .get(shop.products().size() - 1 - round % shop.products().size());
            SaleView sale = sale(hub, hot, units);
            double rate = rate(i -> isSubmitted(shop, hot, i));
            mustBeSold(hub, sale, take(hub.get(FlashQuotas.class), shop, hot, 0));
            hub.get(FlashSales.class).end(sale.code(), "measured", FlashFixtures.MARKETING);
            double reference = rate(i -> isSubmitted(shop, plain, i));
            if (round > 0) {
                measured.add(rate);
                ordinary.add(reference);
            }
        }
        report.add(
                new Result(
                        "flash sale, whole orders of one line, %d threads".formatted(THREADS),
                        Rate.median(measured),
                        "the same at the ordinary price",
                        Rate.median(ordinary),
                        "orders",
                        TARGET));
    }

    private static SaleView sale(Hub hub, ProductId product, int quota) {
        FlashSales sales = hub.get(FlashSales.class);
        sales.page(SaleState.LIVE, PageRequest.first(200))
                .items()
                .forEach(it -> sales.end(it.code(), "measured", FlashFixtures.MARKETING));
        Instant now = Instant.now();
        return new FlashFixtures(sales)
                .live(
                        product,
                        PRICE,
                        quota,
                        quota,
                        new Timing(
                                now.minus(Duration.ofMinutes(1)),
                                now.plus(Duration.ofDays(1)),
                                List.of()));
    }

    private static TakeOutcome take(FlashQuotas quotas, Shop shop, ProductId product, int i) {
        CustomerId company = shop.customers().get(i % shop.customers().size());
        return quotas.take(
                new OrderId(UUID.randomUUID()),
                company,
                Map.of(product, new Wanted(Quantity.of(1), UnitPrice.of(PRICE))));
    }

    private static boolean isTaken(TakeOutcome outcome) {
        return outcome instanceof TakeOutcome.Taken;
    }

    private static boolean isSubmitted(Shop shop, ProductId product, int i) {
        CustomerId company = shop.customers().get(i % shop.customers().size());
        return shop.orders()
                        .submit(TradeFixtures.anOrderOf(company, TradeFixtures.line(product, 1)))
                instanceof SubmitOutcome.Submitted;
    }

    private static boolean update(JdbcClient jdbc, UUID row) {
        return jdbc.sql(
                                "UPDATE bare_quota SET taken = taken + 1"
                                        + " WHERE id = ? AND taken + 1 <= quota")
                        .param(row)
                        .update()
                == 1;
    }

    /** As many as there are units, by all threads at the same time. */
    private double rate(IntPredicate one) throws Exception {
        List<Callable<Integer>> hands = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            hands.add(
                    () -> {
                        int done = 0;
                        for (int i = 0; i < units / THREADS; i++) {
                            if (!one.test(i * THREADS + number)) {
                                throw new IllegalStateException("Unit " + i + " was not there");
                            }
                            done++;
                        }
                        return done;
                    });
        }
        return Rate.of(hands);
    }

    /** To the last unit, and not one more. */
    private void mustBeSold(Hub hub, SaleView sale, TakeOutcome oneMore) {
        Occurrence occurrence =
                hub.get(FlashSales.class)
                        .occurrences(sale.code(), PageRequest.first(1))
                        .items()
                        .getFirst();
        if (!occurrence.taken().equals(Quantity.of(units)) || isTaken(oneMore)) {
            throw new IllegalStateException(
                    units + " units were sold, the sale says " + occurrence.taken());
        }
    }
}
