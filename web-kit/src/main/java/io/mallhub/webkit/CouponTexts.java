package io.mallhub.webkit;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a kind of coupon promises, in sentences; as {@code @couponTexts} in templates. */
@Component("couponTexts")
public class CouponTexts {
    private final MessageSource messages;
    private final Words words;
    private final Figures figures;
    private final MerchandiseNames merchandise;

    CouponTexts(
            MessageSource messages, Words words, Figures figures, MerchandiseNames merchandise) {
        this.merchandise = merchandise;
        this.messages = messages;
        this.words = words;
        this.figures = figures;
    }

    /** As large print: ¥10.00, or 20 %. */
    public String headline(CouponKind kind) {
        return switch (kind.discount()) {
            case CouponDiscount.AmountOff off -> figures.money(off.amount());
            case CouponDiscount.PercentOff off -> figures.percent(off.percent());
        };
    }

    public String discount(CouponKind kind) {
        Money threshold = kind.discount().threshold();
        String off =
                threshold.isZero()
                        ? say("coupon.terms.off", headline(kind))
                        : say("coupon.terms.from", headline(kind), figures.money(threshold));
        return kind.discount() instanceof CouponDiscount.PercentOff percent && percent.cap() != null
                ? off + say("coupon.terms.cap", figures.money(percent.cap()))
                : off;
    }

    public String goods(CouponKind kind) {
        return goods(kind.goods());
    }

    /** Which goods count. */
    public String goods(Goods goods) {
        return switch (goods) {
            case Goods.All() -> say("coupon.terms.all");
            case Goods.Products(var products) ->
                    say("coupon.terms.products", Integer.toString(products.size()));
            case Goods.Categories(var categories) ->
                    say("coupon.terms.categories", named("RegulatoryCategory.", categories));
            case Goods.Merchandise(var codes) ->
                    say(
                            "coupon.terms.merchandise",
                            codes.stream()
                                    .sorted()
                                    .map(merchandise::of)
                                    .collect(Collectors.joining(say("coupon.terms.and"))));
            case Goods.Tags(var tags) -> say("coupon.terms.tags", named("", tags));
        };
    }

    /** Of the kind; a coupon that was given has its own days. */
    public String validity(CouponKind kind) {
        return switch (kind.validity()) {
            case CouponValidity.Fixed fixed ->
                    say("coupon.terms.fixed", fixed.from().toString(), fixed.until().toString());
            case CouponValidity.Days after ->
                    after.days() == 0
                            ? say("coupon.terms.same-day")
                            : say("coupon.terms.days", Integer.toString(after.days()));
        };
    }

    public String payments(CouponKind kind) {
        return kind.payments().isEmpty()
                ? say("coupon.terms.any-payment")
                : named("PaymentMethod.", kind.payments());
    }

    private String named(String prefix, Collection<String> codes) {
        return codes.stream()
                .sorted()
                .map(code -> words.codeOr(prefix + code, code))
                .collect(Collectors.joining(say("coupon.terms.and")));
    }

    private String say(String key, String... values) {
        return messages.getMessage(key, List.of(values).toArray(), LocaleContextHolder.getLocale());
    }
}
