package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.customer.LicenceGate;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.Distribution.TermsVersion;
import io.mallhub.distribution.DistributionGoods;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.Distributors.Distributor;
import io.mallhub.distribution.LinkState;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.order.Carts;
import io.mallhub.order.Explanation;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Distribution that is on, one good of it, two distributors, and a link of each state. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingDistribution {
    public static final String CODE = "7KQ2MX9RTB4WPZ6H";
    static final Terms TERMS = new Terms(2, true, 7);
    static final ShareLink OPEN = link(4, LinkState.LIVE, StandingMall.PRODUCT, "药交会展台");

    /** Of who has every role. */
    static final ShareLink OF_ALL = of("all", 5, LinkState.LIVE, StandingMall.PRODUCT, "药交会展台");

    private static final Instant NOW = StandingMall.NOW;

    @Bean
    Distribution distribution() {
        Distribution distribution = mock();
        when(distribution.terms()).thenReturn(TERMS);
        when(distribution.history(any()))
                .thenReturn(
                        page(
                                new TermsVersion(TERMS, "试行一周", "王芳", NOW),
                                new TermsVersion(
                                        new Terms(1, false, 30),
                                        "准备",
                                        "王芳",
                                        NOW.minus(Duration.ofDays(9)))));
        when(distribution.change(any())).thenReturn(new Distribution.ChangeOutcome.Changed(TERMS));
        return distribution;
    }

    @Bean
    DistributionGoods distributionGoods() {
        DistributionGoods goods = mock();
        when(goods.page(any(), any(), any()))
                .thenReturn(
                        page(
                                good(StandingMall.PRODUCT, "0.05", "0.01"),
                                good(new ProductId(new UUID(9, 9)), "0", "0")));
        when(goods.put(any())).thenReturn(Optional.empty());
        return goods;
    }

    @Bean
    Distributors distributors() {
        Distributors distributors = mock();
        when(distributors.isOne(anyString())).thenReturn(true);
        when(distributors.page(any(), any()))
                .thenReturn(
                        page(
                                new Distributor(
                                        "salesperson",
                                        "张伟",
                                        1,
                                        null,
                                        1,
                                        3,
                                        "区域负责",
                                        "王芳",
                                        NOW,
                                        null,
                                        null,
                                        null),
                                new Distributor(
                                        "seller2",
                                        "陈晨",
                                        2,
                                        "salesperson",
                                        0,
                                        1,
                                        "新人",
                                        "王芳",
                                        NOW,
                                        NOW,
                                        "王芳",
                                        "离职")));
        when(distributors.appoint(any())).thenReturn(Optional.empty());
        when(distributors.end(any(), any(), any())).thenReturn(Optional.empty());
        return distributors;
    }

    @Bean
    ShareLinks shareLinks() {
        ShareLinks links = mock();
        when(links.page(any(), any()))
                .thenReturn(
                        page(
                                OPEN,
                                link(3, LinkState.REVOKED, StandingMall.PRODUCT, ""),
                                link(2, LinkState.OVER, null, ""),
                                link(1, LinkState.PLANNED, null, "春季")));
        when(links.link(OPEN.id())).thenReturn(Optional.of(OPEN));
        when(links.link(OF_ALL.id())).thenReturn(Optional.of(OF_ALL));
        when(links.make(any())).thenReturn(new ShareLinks.MakeOutcome.Made(OPEN));
        when(links.revoke(anyLong(), any(), any(), any())).thenReturn(Optional.empty());
        return links;
    }

    /** Of a salesperson for his customer: a line that can be ordered, and one that cannot. */
    @Bean
    Carts carts() {
        Carts carts = mock();
        when(carts.cart(any(), any())).thenReturn(cart());
        when(carts.cart(any(), any(), any(), any(), any(), anyLong())).thenReturn(cart());
        when(carts.put(any(), any(), any(), any())).thenReturn(new Carts.CartOutcome.Kept(cart()));
        return carts;
    }

    private static Carts.CartView cart() {
        return new Carts.CartView(
                List.of(line("120", List.of()), line("9000", List.of("stock.short"))),
                List.of(
                        new Carts.CartGift(
                                StandingMall.PRODUCT,
                                "CUP",
                                "保温杯",
                                "个",
                                Quantity.of(2),
                                Money.of("30.00"),
                                "满十赠二",
                                "")),
                List.of(
                        new Explanation(
                                "PR000001",
                                1,
                                "满百减二十",
                                Money.of("20.00"),
                                Money.of("3.00"),
                                10,
                                null,
                                "",
                                ""),
                        new Explanation(
                                "PR000002",
                                1,
                                "满三百减六十",
                                Money.ZERO,
                                Money.ZERO,
                                0,
                                null,
                                "promotion.below-amount",
                                "78.00"),
                        new Explanation(
                                "PR000003",
                                2,
                                "周一专享",
                                Money.ZERO,
                                Money.ZERO,
                                0,
                                null,
                                "promotion.other-hour",
                                "")),
                Money.of("20.00"),
                Money.of("166420.00"),
                1,
                List.of(),
                null,
                List.of(),
                "seen");
    }

    private static Carts.CartLine line(String quantity, List<String> problems) {
        return new Carts.CartLine(
                StandingMall.PRODUCT,
                StandingMall.PRODUCT_CODE,
                "阿莫西林胶囊",
                "盒",
                new Quantity(new BigDecimal(quantity)),
                null,
                Money.ZERO,
                Money.of("2220.00"),
                Quantity.of(500),
                new LicenceGate.Verdict(StandingMall.PRODUCT, true, null, Map.of()),
                problems);
    }

    private static DistributionGoods.Good good(ProductId id, String rate, String above) {
        return new DistributionGoods.Good(
                id,
                id.equals(StandingMall.PRODUCT) ? StandingMall.theProduct() : null,
                new BigDecimal(rate),
                new BigDecimal(above),
                null);
    }

    private static ShareLink link(long id, LinkState state, ProductId product, String note) {
        return of("salesperson", id, state, product, note);
    }

    private static ShareLink of(
            String owner, long id, LinkState state, ProductId product, String note) {
        boolean revoked = state == LinkState.REVOKED;
        return new ShareLink(
                id,
                id == 4 ? CODE : CODE.substring(0, 15) + id,
                owner,
                state,
                product,
                product == null ? "" : StandingMall.PRODUCT_CODE,
                product == null ? "" : "阿莫西林胶囊",
                note,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 1, 30),
                1_234,
                StandingMall.NOW,
                revoked ? StandingMall.NOW : null,
                revoked ? "王芳" : null,
                revoked ? "发错了群" : null);
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }
}
