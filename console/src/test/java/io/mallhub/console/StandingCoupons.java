package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponEntry;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A kind that the desk gives, a code that is stopped, and a used coupon with its ledger. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingCoupons {
    public static final String PUSHED = "CK000007";
    public static final String STOPPED = "CK000003";
    public static final String COUPON = "CP20261124000012";

    private static final Instant NOW = StandingMall.NOW;
    private static final CouponKind FIRST =
            kind(
                    PUSHED,
                    1,
                    "老客户满千减五十",
                    CouponWay.PUSH,
                    null,
                    new CouponDiscount.AmountOff(Money.of("1000"), Money.of("50")),
                    new Goods.All(),
                    new CouponValidity.Days(30));
    private static final CouponKind SECOND =
            kind(
                    PUSHED,
                    2,
                    "老客户满千减八十",
                    CouponWay.PUSH,
                    null,
                    new CouponDiscount.AmountOff(Money.of("1000"), Money.of("80")),
                    new Goods.Categories(Set.of("OTC_A", "OTC_B")),
                    new CouponValidity.Fixed(
                            LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 31)));
    private static final CouponKind CODED =
            kind(
                    STOPPED,
                    1,
                    "药交会八折",
                    CouponWay.CODE,
                    "EXPO2026",
                    new CouponDiscount.PercentOff(
                            Money.of("200"), new BigDecimal("20.00"), Money.of("300")),
                    new Goods.Products(Set.of(StandingMall.PRODUCT)),
                    new CouponValidity.Days(7));

    private static CouponKind kind(
            String code,
            int version,
            String name,
            CouponWay way,
            String typed,
            CouponDiscount discount,
            Goods goods,
            CouponValidity validity) {
        return new CouponKind(
                code,
                version,
                name,
                way,
                typed,
                discount,
                goods,
                Set.of("CREDIT"),
                validity,
                500,
                1,
                0,
                false,
                "第四季度拉动复购",
                "梅市场",
                NOW);
    }

    @Bean
    CouponKinds couponKinds() {
        CouponKinds kinds = mock();
        KindView pushed = new KindView(SECOND, 120, 31, null, "", "");
        KindView stopped = new KindView(CODED, 500, 212, NOW, "梅市场", "药交会已结束");
        when(kinds.find(anyString())).thenReturn(Optional.empty());
        when(kinds.find(PUSHED)).thenReturn(Optional.of(pushed));
        when(kinds.find(STOPPED)).thenReturn(Optional.of(stopped));
        when(kinds.page(any(), any())).thenReturn(page(List.of(pushed, stopped)));
        when(kinds.versions(PUSHED)).thenReturn(List.of(SECOND, FIRST));
        when(kinds.versions(STOPPED)).thenReturn(List.of(CODED));
        when(kinds.given(anyString(), any(), any()))
                .thenReturn(page(List.of(coupon(CouponState.FREE), coupon(CouponState.USED))));
        when(kinds.put(any())).thenReturn(new CouponKinds.PutOutcome.Put(SECOND));
        when(kinds.stop(anyString(), anyString(), any()))
                .thenReturn(new CouponKinds.StopOutcome.Stopped());
        return kinds;
    }

    @Bean
    Coupons coupons() {
        Coupons coupons = mock();
        when(coupons.find(anyString())).thenReturn(Optional.empty());
        when(coupons.find(COUPON)).thenReturn(Optional.of(coupon(CouponState.USED)));
        when(coupons.entries(COUPON))
                .thenReturn(
                        List.of(
                                entry(
                                        1,
                                        CouponEntry.Kind.CLAIM,
                                        "push/4f0c2a1e-7a57-4c4e-8a0b-2f60a1a3b111",
                                        null,
                                        CouponState.FREE,
                                        "感谢长期合作"),
                                entry(
                                        2,
                                        CouponEntry.Kind.HOLD,
                                        StandingMall.ORDER,
                                        CouponState.FREE,
                                        CouponState.HELD,
                                        ""),
                                entry(
                                        3,
                                        CouponEntry.Kind.USE,
                                        StandingMall.ORDER,
                                        CouponState.HELD,
                                        CouponState.USED,
                                        "")));
        when(coupons.push(anyString(), any(), anyString(), anyString(), any()))
                .thenReturn(
                        new Coupons.PushOutcome.Pushed(
                                0, Map.of(StandingMall.COMPANY, "coupon.limit-per-buyer")));
        return coupons;
    }

    private static CouponView coupon(CouponState state) {
        return new CouponView(
                state == CouponState.USED ? COUPON : "CP20261124000013",
                SECOND,
                StandingMall.COMPANY,
                "成都蓝天医药有限公司",
                NOW,
                NOW,
                Instant.parse("2026-12-31T16:00:00Z"),
                state,
                state == CouponState.USED ? StandingMall.ORDER : null);
    }

    private static CouponEntry entry(
            long sequence,
            CouponEntry.Kind kind,
            String document,
            CouponState before,
            CouponState after,
            String note) {
        return new CouponEntry(sequence, kind, document, before, after, NOW, "mei", note);
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 20, items.size());
    }
}
