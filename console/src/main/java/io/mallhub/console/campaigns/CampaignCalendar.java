package io.mallhub.console.campaigns;

import io.mallhub.console.campaigns.Campaign.Kind;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.SaleState;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.RuleState;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.CouponTexts;
import io.mallhub.webkit.FlashTexts;
import io.mallhub.webkit.PromotionTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the campaigns of a month from the contexts that keep them. */
@Component
class CampaignCalendar {
    private static final PageRequest NEWEST = PageRequest.first(200);

    private final Promotions promotions;
    private final CouponKinds coupons;
    private final FlashSales sales;
    private final PromotionTexts promotionTexts;
    private final CouponTexts couponTexts;
    private final FlashTexts flashTexts;

    CampaignCalendar(
            Promotions promotions,
            CouponKinds coupons,
            FlashSales sales,
            PromotionTexts promotionTexts,
            CouponTexts couponTexts,
            FlashTexts flashTexts) {
        this.promotions = promotions;
        this.coupons = coupons;
        this.sales = sales;
        this.promotionTexts = promotionTexts;
        this.couponTexts = couponTexts;
        this.flashTexts = flashTexts;
    }

    /**
     * Those with some day in the month, those that begin first in front. Of each kind and state the
     * newest 200 are looked at: no mall has more live at a time, and of what is over only older
     * ones are left out.
     *
     * @param kind null for all
     */
    List<Campaign> of(YearMonth month, @Nullable Kind kind) {
        return Stream.of(
                        Stream.of(RuleState.values())
                                .flatMap(
                                        it ->
                                                promotions
                                                        .page(it, null, false, NEWEST)
                                                        .items()
                                                        .stream())
                                .map(this::promotion),
                        coupons.page(null, NEWEST).items().stream().map(this::coupon),
                        Stream.of(SaleState.values())
                                .flatMap(it -> sales.page(it, NEWEST).items().stream())
                                .map(this::sale))
                .flatMap(it -> it)
                .filter(it -> kind == null || it.kind() == kind)
                .filter(it -> it.isOnBetween(month.atDay(1), month.atEndOfMonth()))
                .sorted(
                        Comparator.comparing(
                                        Campaign::first,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Campaign::code))
                .toList();
    }

    private Campaign promotion(RuleView view) {
        Conditions when = view.rule().conditions();
        LocalDate stopped = day(view.stoppedAt());
        LocalDate until = lastDay(when.until());
        return new Campaign(
                Kind.PROMOTION,
                view.rule().code(),
                view.rule().name(),
                "/console/promotions/" + view.rule().code(),
                view.state(),
                view.state() == RuleState.LIVE,
                day(when.from()),
                earlier(stopped, until),
                when.slots(),
                promotionTexts.when(view.rule()));
    }

    /** Given from its first day on; those that are good for some days after are always given. */
    private Campaign coupon(KindView view) {
        CouponKind kind = view.kind();
        CouponValidity.Fixed fixed =
                kind.validity() instanceof CouponValidity.Fixed some ? some : null;
        return new Campaign(
                Kind.COUPON,
                kind.code(),
                kind.name(),
                "/console/coupons/" + kind.code(),
                kind.way(),
                !view.isStopped(),
                fixed == null ? null : fixed.from(),
                earlier(day(view.stoppedAt()), fixed == null ? null : fixed.until()),
                List.of(),
                couponTexts.validity(kind));
    }

    private Campaign sale(SaleView sale) {
        return new Campaign(
                Kind.FLASH_SALE,
                sale.code(),
                sale.name(),
                "/console/flash-sales/" + sale.code(),
                sale.state(),
                sale.state() == SaleState.LIVE,
                day(sale.timing().begins()),
                lastDay(sale.timing().ends()),
                sale.timing().slots(),
                flashTexts.when(sale.timing()));
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : MallTime.dateOf(instant);
    }

    /** The instant is the first one after it. */
    private static @Nullable LocalDate lastDay(@Nullable Instant end) {
        return end == null ? null : MallTime.dateOf(end.minusMillis(1));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
