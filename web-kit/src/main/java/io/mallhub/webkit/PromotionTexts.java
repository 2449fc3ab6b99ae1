package io.mallhub.webkit;

import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a promotion rule promises, in sentences; as {@code @promotionTexts} in templates. */
@Component("promotionTexts")
public class PromotionTexts {
    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(MallTime.ZONE);

    private final MessageSource messages;
    private final CouponTexts coupons;
    private final Words words;
    private final Figures figures;

    PromotionTexts(MessageSource messages, CouponTexts coupons, Words words, Figures figures) {
        this.messages = messages;
        this.coupons = coupons;
        this.words = words;
        this.figures = figures;
    }

    /** The label at goods: money off, or a gift. */
    public String label(Rule rule) {
        return say(
                RuleKind.of(rule.benefit()).isGift()
                        ? "promotion.label.gift"
                        : "promotion.label.off");
    }

    /** Labels of several rules, each once. */
    public List<String> labels(Collection<Rule> rules) {
        return rules.stream().map(this::label).distinct().toList();
    }

    /**
     * Thresholds and what is given from each on.
     *
     * @param gifts names of the products it gives; others are shown by their id
     */
    public String terms(Rule rule, Map<ProductId, String> gifts) {
        Benefit benefit = rule.benefit();
        return switch (benefit) {
            case Benefit.AmountOff off ->
                    tiers(
                                    off.measure(),
                                    off.every(),
                                    off.tiers(),
                                    it -> say("promotion.terms.off", figures.money(it)))
                            + cap(off.cap());
            case Benefit.PercentOff off ->
                    tiers(
                                    off.measure(),
                                    false,
                                    off.tiers(),
                                    it -> say("promotion.terms.off", figures.percent(it)))
                            + cap(off.cap());
            case Benefit.UnitOff off ->
                    tiers(
                                    off.measure(),
                                    false,
                                    off.tiers(),
                                    it -> say("promotion.terms.off-each", figures.price(it)))
                            + cap(off.cap());
            case Benefit.GiftGoods gift ->
                    tiers(
                                    gift.measure(),
                                    gift.every(),
                                    gift.tiers(),
                                    it ->
                                            say(
                                                    "promotion.terms.gift",
                                                    gifts.getOrDefault(
                                                            it.product(), it.product().toString()),
                                                    figures.quantity(it.quantity())))
                            + cap(gift.cap());
            case Benefit.SameGift same ->
                    tiers(
                                    same.measure(),
                                    same.every(),
                                    same.tiers(),
                                    it -> say("promotion.terms.same", figures.quantity(it)))
                            + cap(same.cap());
        };
    }

    private <G> String tiers(
            Measure measure, boolean every, List<Tier<G>> tiers, Function<G, String> gives) {
        return tiers.stream()
                .map(
                        tier ->
                                tier.from().signum() == 0
                                        ? gives.apply(tier.gives())
                                        : say(
                                                every
                                                        ? "promotion.terms.every"
                                                        : "promotion.terms.from",
                                                measured(measure, tier.from()),
                                                gives.apply(tier.gives())))
                .collect(Collectors.joining(say("promotion.terms.then")));
    }

    private String cap(@Nullable Money cap) {
        return cap == null ? "" : say("promotion.terms.cap", figures.money(cap));
    }

    private String cap(@Nullable Quantity cap) {
        return cap == null ? "" : say("promotion.terms.gift-cap", figures.quantity(cap));
    }

    /** Money, or so many units. */
    public String measured(Measure measure, BigDecimal much) {
        return measure == Measure.AMOUNT
                ? figures.money(new Money(much))
                : say("promotion.terms.units", figures.quantity(new Quantity(much)));
    }

    /** What is missing to more of it. */
    public String missing(Judgement.Next next) {
        return measured(next.measure(), next.missing());
    }

    public String goods(Rule rule) {
        return coupons.goods(rule.benefit().goods());
    }

    /** Period and weekly hours; always where it has none. */
    public String when(Rule rule) {
        Conditions conditions = rule.conditions();
        List<String> parts = new ArrayList<>();
        Instant from = conditions.from();
        Instant until = conditions.until();
        if (from != null) {
            parts.add(say("promotion.terms.begins", MINUTE.format(from)));
        }
        if (until != null) {
            parts.add(say("promotion.terms.ends", MINUTE.format(until)));
        }
        conditions.slots().forEach(slot -> parts.add(slot(slot)));
        return parts.isEmpty() ? say("promotion.terms.always") : joined(parts);
    }

    /** Its day and hours. */
    static String slot(WeeklySlot slot) {
        Locale locale = LocaleContextHolder.getLocale();
        return slot.day().getDisplayName(TextStyle.SHORT, locale) + " " + hours(slot);
    }

    /** From when until when; the end of the day is 24:00. */
    public static String hours(WeeklySlot slot) {
        String until = slot.until().equals(LocalTime.MIDNIGHT) ? "24:00" : slot.until().toString();
        return slot.from() + "–" + until;
    }

    /** Levels, types, regions, payment methods and channels; everybody where it asks for none. */
    public String who(Rule rule) {
        Conditions conditions = rule.conditions();
        List<String> parts = new ArrayList<>();
        if (!conditions.levels().isEmpty()) {
            parts.add(
                    say(
                            "promotion.terms.levels",
                            joined(conditions.levels().stream().sorted().toList())));
        }
        if (!conditions.groups().isEmpty()) {
            parts.add(
                    joined(
                            conditions.groups().stream()
                                    .sorted()
                                    .map(it -> words.codeOr("CustomerType." + it, it))
                                    .toList()));
        }
        if (!conditions.regions().isEmpty()) {
            parts.add(joined(conditions.regions().stream().sorted().map(words::region).toList()));
        }
        if (!conditions.payments().isEmpty()) {
            parts.add(
                    joined(
                            conditions.payments().stream()
                                    .sorted()
                                    .map(it -> words.codeOr("PaymentMethod." + it, it))
                                    .toList()));
        }
        if (!conditions.channels().isEmpty()) {
            parts.add(joined(conditions.channels().stream().sorted().map(words::of).toList()));
        }
        return parts.isEmpty() ? say("promotion.terms.everybody") : String.join("; ", parts);
    }

    /** How it gets on with others. */
    public String stacking(Rule rule) {
        Stacking stacking = rule.stacking();
        String mode = words.of(stacking.mode());
        return stacking.group().isEmpty() ? mode : mode + " " + stacking.group();
    }

    private String joined(List<String> parts) {
        return String.join(say("coupon.terms.and"), parts);
    }

    private String say(String key, String... values) {
        return messages.getMessage(key, List.of(values).toArray(), LocaleContextHolder.getLocale());
    }
}
