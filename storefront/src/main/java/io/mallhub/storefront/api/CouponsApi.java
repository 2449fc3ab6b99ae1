package io.mallhub.storefront.api;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.Coupons;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.coupon.Coupons.Claimable;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The company's coupons, and those that it may take. */
@RestController
@RequestMapping("/api/coupons")
class CouponsApi {
    /** A request of a browser is one, too: the coupon centre asks for no more. */
    private static final int LONGEST_KEY = 90;

    private final Coupons coupons;

    CouponsApi(Coupons coupons) {
        this.coupons = coupons;
    }

    @GetMapping
    PageJson<CouponJson> own(
            BuyerView buyer,
            @RequestParam(defaultValue = "FREE") CouponState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                coupons.ofCompany(buyer.company(), state, PageRequest.of(page, size)),
                CouponJson::of);
    }

    @GetMapping("/centre")
    PageJson<OfferedCouponJson> centre(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                coupons.centre(buyer.company(), PageRequest.of(page, size)), OfferedCouponJson::of);
    }

    /** From the centre by its kind, or by a code that the company was told. */
    @PostMapping
    CouponJson claim(
            BuyerView buyer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ClaimJson wanted) {
        String request = Wire.key(key);
        if (request.length() > LONGEST_KEY) {
            throw Problem.badRequest("idempotency-key.too-long");
        }
        if ((wanted.kind() == null) == (wanted.code() == null)) {
            throw Problem.badRequest("coupon.kind-or-code");
        }
        ClaimOutcome outcome =
                wanted.code() == null
                        ? coupons.claim(
                                buyer.company(),
                                wanted.kindOrEmpty(),
                                wanted.pointsOrNone(),
                                request,
                                buyer.actor())
                        : coupons.claimByCode(
                                buyer.company(), Wire.name(wanted.code()), request, buyer.actor());
        return switch (outcome) {
            case ClaimOutcome.Claimed claimed -> CouponJson.of(claimed.coupon());
            case ClaimOutcome.Refused no ->
                    throw Problem.refused(
                            "coupon.refused",
                            List.of(new Problem.Line(0, "", no.key(), no.detail())));
        };
    }

    /**
     * @param points that the company was told it costs
     */
    record ClaimJson(@Nullable String kind, @Nullable String code, @Nullable Long points) {
        String kindOrEmpty() {
            return kind == null ? "" : Wire.name(kind);
        }

        long pointsOrNone() {
            return points == null ? 0 : points;
        }
    }

    /**
     * @param amount taken off; absent where it is a percentage
     * @param most that a percentage takes off; absent where nothing limits it
     * @param order that holds or used it
     */
    record CouponJson(
            String number,
            String name,
            CouponState state,
            String threshold,
            @Nullable String amount,
            @Nullable BigDecimal percent,
            @Nullable String most,
            boolean combinable,
            @Nullable String order,
            Instant from,
            Instant until) {
        static CouponJson of(CouponView coupon) {
            Off off = Off.of(coupon.kind());
            return new CouponJson(
                    coupon.number(),
                    coupon.kind().name(),
                    coupon.state(),
                    off.threshold(),
                    off.amount(),
                    off.percent(),
                    off.most(),
                    coupon.kind().combinable(),
                    coupon.order(),
                    coupon.from(),
                    coupon.until());
        }
    }

    /**
     * @param points that one costs, 0 for none
     * @param refusal key of why the company can't take one; absent when it can
     */
    record OfferedCouponJson(
            String kind,
            String name,
            String threshold,
            @Nullable String amount,
            @Nullable BigDecimal percent,
            @Nullable String most,
            long points,
            @Nullable String refusal) {
        static OfferedCouponJson of(Claimable offered) {
            CouponKind kind = offered.kind().kind();
            Off off = Off.of(kind);
            return new OfferedCouponJson(
                    kind.code(),
                    kind.name(),
                    off.threshold(),
                    off.amount(),
                    off.percent(),
                    off.most(),
                    kind.points(),
                    offered.refusal());
        }
    }

    private record Off(
            String threshold,
            @Nullable String amount,
            @Nullable BigDecimal percent,
            @Nullable String most) {
        static Off of(CouponKind kind) {
            String threshold = Wire.money(kind.discount().threshold());
            return switch (kind.discount()) {
                case CouponDiscount.AmountOff off ->
                        new Off(threshold, Wire.money(off.amount()), null, null);
                case CouponDiscount.PercentOff off -> {
                    Money cap = off.cap();
                    yield new Off(
                            threshold, null, off.percent(), cap == null ? null : Wire.money(cap));
                }
            };
        }
    }
}
