package io.mallhub.simulator.seed;

import io.mallhub.simulator.customer.Customer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Turns customers of the order history into customers of this ERP. The size of the business decides
 * what kind of buyer it is; those that sent everything back are stopped.
 */
final class CustomerSeed {

    private static final String[] FIRST = "康健安仁济和益民百福永同德恒瑞华国正泰宏信佳诚惠春".split("");
    private static final String[] SECOND = "宁泰康生堂源芝林春和民济寿安草元善心平洲".split("");
    private static final String[] STREETS = {
        "人民路", "解放路", "中山路", "建设路", "和平街", "新华路", "文化路", "青年路"
    };
    private static final String[] FAMILY = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗".split("");
    private static final BigDecimal LARGE = BigDecimal.valueOf(20_000);
    private static final BigDecimal MEDIUM = BigDecimal.valueOf(3_000);

    private final long seed;
    private final Instant loaded;

    CustomerSeed(long seed, Instant loaded) {
        this.seed = seed;
        this.loaded = loaded;
    }

    /** The n-th customer, n from 0. */
    Customer customer(int n, RetailCustomer source) {
        Random random = new Random((seed * 1_000_003L + n) * 31 + 3);
        City city = pick(City.ALL, random);
        String name = pick(FIRST, random) + pick(SECOND, random);
        return new Customer(
                "KH%06d".formatted(n + 1),
                null,
                city.name() + name + kind(source, random),
                TaxNumber.of(city.area(), organisation(n)),
                city.province(),
                "%s市%s%d号".formatted(city.name(), pick(STREETS, random), 1 + random.nextInt(300)),
                pick(FAMILY, random) + (random.nextBoolean() ? "经理" : "女士"),
                "0%s-%d".formatted(city.dialCode(), 60_000_000 + random.nextInt(29_999_999)),
                source.revenue().signum() <= 0,
                loaded,
                1);
    }

    private static String kind(RetailCustomer source, Random random) {
        if (source.revenue().compareTo(LARGE) >= 0) {
            return pick(new String[] {"医药有限公司", "医药连锁有限公司", "药业有限公司"}, random);
        }
        if (source.revenue().compareTo(MEDIUM) >= 0) {
            return pick(new String[] {"大药房连锁有限公司", "医院有限公司", "大药房有限公司"}, random);
        }
        return pick(new String[] {"药店", "大药房有限公司", "诊所有限公司", "门诊部有限公司"}, random);
    }

    /** Scattered but never twice: a multiplication modulo a prime is one to one. */
    private String organisation(int n) {
        long prime = 89_999_999L;
        long scattered = (n + 1L) * 48_271L % prime;
        return "%08d".formatted(10_000_000L + Math.floorMod(scattered + seed, prime));
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String pick(String[] list, Random random) {
        return list[random.nextInt(list.length)];
    }
}
