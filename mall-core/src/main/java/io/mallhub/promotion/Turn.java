package io.mallhub.promotion;

import io.mallhub.promotion.Judgement.Applied;
import io.mallhub.promotion.Judgement.Next;
import io.mallhub.promotion.Judgement.Rejected;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rule, ready to take its turn: what can be worked out without a basket is. */
final class Turn {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(MallTime.ZONE);

    private final Rule rule;
    private final GiftPolicy gifts;
    private final List<String> regions;
    private final long[] thresholds;
    private final Rejected noSuchGoods;
    private final Rejected notYet;
    private final Rejected over;
    private final Rejected otherHour;
    private final Rejected otherLevel;
    private final Rejected otherGroup;
    private final Rejected otherRegion;
    private final Rejected otherPayment;
    private final Rejected otherChannel;
    private final Rejected nothingLeft;
    private final Rejected neverGift;
    private final Rejected neverFree;

    Turn(Rule rule, GiftPolicy gifts) {
        this.rule = rule;
        this.gifts = gifts;
        Conditions when = rule.conditions();
        regions = when.regions().stream().map(Turn::prefix).toList();
        thresholds = new long[rule.benefit().tiers().size()];
        int decimals = rule.benefit().measure() == Measure.AMOUNT ? 2 : 3;
        for (int tier = 0; tier < thresholds.length; tier++) {
            thresholds[tier] =
                    rule.benefit()
                            .tiers()
                            .get(tier)
                            .from()
                            .setScale(decimals, RoundingMode.CEILING)
                            .unscaledValue()
                            .longValueExact();
        }
        noSuchGoods = rejected("promotion.no-such-goods", "");
        notYet = rejected("promotion.not-yet", minute(when.from()));
        over = rejected("promotion.over", minute(when.until()));
        otherHour = rejected("promotion.other-hour", "");
        otherLevel = rejected("promotion.other-level", "");
        otherGroup = rejected("promotion.other-group", "");
        otherRegion = rejected("promotion.other-region", "");
        otherPayment =
                rejected("promotion.other-payment", String.join(", ", sorted(when.payments())));
        otherChannel =
                rejected(
                        "promotion.other-channel",
                        when.channels().stream()
                                .sorted()
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")));
        nothingLeft = rejected("promotion.nothing-left", "");
        neverGift = rejected(GiftPolicy.FORBIDDEN, "");
        neverFree =
                rejected(GiftPolicy.KEEPS_PRICE, Integer.toString(gifts.terms().leastPercent()));
    }

    Rule rule() {
        return rule;
    }

    Rejected noSuchGoods() {
        return noSuchGoods;
    }

    /**
     * @param lines those of the rule's goods, at least one
     */
    Judgement judge(Takings takings, BitSet lines) {
        Rejected objection = objection(takings);
        if (objection != null) {
            return objection;
        }
        BitSet free = takings.free(lines, rule.stacking());
        if (free.isEmpty()) {
            return rejected("promotion.taken", takings.taker(lines));
        }
        return switch (rule.benefit()) {
            case Benefit.SameGift same -> giveSame(same, takings, free);
            case Benefit.GiftGoods goods -> {
                long measured = measured(takings, free);
                int tier = tier(measured);
                yield tier < 0 ? below(measured) : give(goods, tier, measured, takings, free);
            }
            case Benefit.AmountOff off -> {
                long measured = measured(takings, free);
                int tier = tier(measured);
                yield tier < 0
                        ? below(measured)
                        : take(
                                times(
                                        off.every() ? measured / thresholds[tier] : 1,
                                        Takings.cents(off.tiers().get(tier).gives()),
                                        left(takings, free)),
                                off.cap(),
                                weights(takings, free),
                                takings,
                                free,
                                next(tier, measured, off.every()));
            }
            case Benefit.PercentOff off -> {
                long measured = measured(takings, free);
                int tier = tier(measured);
                yield tier < 0
                        ? below(measured)
                        : take(
                                percent(left(takings, free), off.tiers().get(tier).gives()),
                                off.cap(),
                                weights(takings, free),
                                takings,
                                free,
                                next(tier, measured, false));
            }
            case Benefit.UnitOff off -> {
                long measured = measured(takings, free);
                int tier = tier(measured);
                if (tier < 0) {
                    yield below(measured);
                }
                long[] each = each(off.tiers().get(tier).gives(), takings, free);
                yield take(
                        sum(each, free),
                        off.cap(),
                        each,
                        takings,
                        free,
                        next(tier, measured, false));
            }
        };
    }

    /** Its time has come and it is for this buyer, however he pays. */
    boolean isFor(Basket basket) {
        return objectionTo(basket, basket.at().atZone(MallTime.ZONE)) == null;
    }

    private @Nullable Rejected objection(Takings takings) {
        Rejected objection = objectionTo(takings.basket(), takings.time());
        Set<String> payments = rule.conditions().payments();
        if (objection != null) {
            return objection;
        }
        return payments.isEmpty() || payments.contains(takings.basket().payment())
                ? null
                : otherPayment;
    }

    private @Nullable Rejected objectionTo(Basket basket, ZonedDateTime time) {
        Conditions when = rule.conditions();
        Instant from = when.from();
        Instant until = when.until();
        if (from != null && basket.at().isBefore(from)) {
            return notYet;
        }
        if (until != null && !basket.at().isBefore(until)) {
            return over;
        }
        if (!when.slots().isEmpty() && !open(when.slots(), time)) {
            return otherHour;
        }
        if (!when.levels().isEmpty() && !when.levels().contains(basket.buyer().level())) {
            return otherLevel;
        }
        if (!when.groups().isEmpty() && !shared(when.groups(), basket.buyer().groups())) {
            return otherGroup;
        }
        if (!regions.isEmpty() && !within(basket.buyer().region())) {
            return otherRegion;
        }
        return !when.channels().isEmpty()
                        && basket.channel() != null
                        && !when.channels().contains(basket.channel())
                ? otherChannel
                : null;
    }

    private static boolean open(List<WeeklySlot> slots, ZonedDateTime time) {
        for (WeeklySlot slot : slots) {
            if (slot.covers(time)) {
                return true;
            }
        }
        return false;
    }

    private static boolean shared(Set<String> some, Set<String> others) {
        for (String each : some) {
            if (others.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean within(String region) {
        for (String prefix : regions) {
            if (region.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private long measured(Takings takings, BitSet lines) {
        if (rule.benefit().measure() == Measure.AMOUNT) {
            return left(takings, lines);
        }
        long sum = 0;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            sum = Math.addExact(sum, takings.quantity(line));
        }
        return sum;
    }

    private static long left(Takings takings, BitSet lines) {
        long sum = 0;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            sum = Math.addExact(sum, takings.left(line));
        }
        return sum;
    }

    private static long[] weights(Takings takings, BitSet lines) {
        long[] weights = new long[takings.basket().lines().size()];
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            weights[line] = takings.left(line);
        }
        return weights;
    }

    /** The highest one reached; −1 for none. */
    private int tier(long measured) {
        int tier = thresholds.length - 1;
        while (tier >= 0 && thresholds[tier] > measured) {
            tier--;
        }
        return tier;
    }

    private Rejected below(long measured) {
        long missing = thresholds[0] - measured;
        return rule.benefit().measure() == Measure.AMOUNT
                ? rejected("promotion.below-amount", Takings.money(missing).toString())
                : rejected(
                        "promotion.below-quantity",
                        new Quantity(BigDecimal.valueOf(missing, 3)).toString());
    }

    private static long times(long times, long gives, long most) {
        return times > most / gives ? most : times * gives;
    }

    private static long percent(long cents, BigDecimal percent) {
        return BigDecimal.valueOf(cents)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long[] each(UnitPrice off, Takings takings, BitSet lines) {
        long[] each = new long[takings.basket().lines().size()];
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            Money wanted = off.times(takings.basket().lines().get(line).quantity());
            each[line] = Math.min(Takings.cents(wanted), takings.left(line));
        }
        return each;
    }

    private static long sum(long[] each, BitSet lines) {
        long sum = 0;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            sum = Math.addExact(sum, each[line]);
        }
        return sum;
    }

    /**
     * @param weights what the amount is divided by; at most what is left of each line
     */
    private Judgement take(
            long wanted,
            @Nullable Money cap,
            long[] weights,
            Takings takings,
            BitSet lines,
            @Nullable Next next) {
        long amount = Math.min(wanted, sum(weights, lines));
        boolean capped = cap != null && amount >= Takings.cents(cap);
        if (cap != null) {
            amount = Math.min(amount, Takings.cents(cap));
        }
        if (amount == 0) {
            return nothingLeft;
        }
        long[] shares = Shares.of(amount, weights, lines);
        long withheld = withhold(shares, takings, lines);
        if (withheld == amount) {
            return neverFree;
        }
        takings.take(rule, lines, shares, List.of());
        return new Applied(
                rule.code(),
                rule.version(),
                rule.name(),
                Takings.money(amount - withheld),
                Takings.money(shares),
                List.of(),
                capped ? null : next,
                Takings.money(withheld),
                gifts.terms().leastPercent());
    }

    /**
     * Goods that are never gifts keep the least of their price. What is not taken off them is not
     * taken off others either: what a line gets never depends on the limits of another.
     *
     * @return how much less the shares are together
     */
    private long withhold(long[] shares, Takings takings, BitSet lines) {
        if (gifts.unlimited().contains(rule.code())) {
            return 0;
        }
        long withheld = 0;
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            long room = takings.room(line);
            if (shares[line] > room) {
                withheld += shares[line] - room;
                shares[line] = room;
            }
        }
        return withheld;
    }

    private Judgement give(
            Benefit.GiftGoods benefit, int tier, long measured, Takings takings, BitSet lines) {
        Benefit.Present present = benefit.tiers().get(tier).gives();
        if (!gifts.allows(rule.code(), gifts.categories().get(present.product()))) {
            return neverGift;
        }
        long times = benefit.every() ? measured / thresholds[tier] : 1;
        Gift gift = gift(present.product(), present.quantity(), times, benefit.cap());
        boolean capped = benefit.cap() != null && gift.quantity().equals(benefit.cap());
        return give(
                List.of(gift),
                takings,
                lines,
                capped ? null : next(tier, measured, benefit.every()));
    }

    private Judgement giveSame(Benefit.SameGift benefit, Takings takings, BitSet lines) {
        Map<ProductId, BitSet> products = new LinkedHashMap<>();
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            products.computeIfAbsent(
                            takings.basket().lines().get(line).product(), any -> new BitSet())
                    .set(line);
        }
        List<Gift> given = new ArrayList<>();
        BitSet rewarded = new BitSet();
        boolean refused = false;
        long nearest = -1;
        for (Map.Entry<ProductId, BitSet> product : products.entrySet()) {
            BitSet of = product.getValue();
            long measured = measured(takings, of);
            int tier = tier(measured);
            if (tier < 0) {
                nearest = Math.max(nearest, measured);
            } else if (!gifts.allows(
                    rule.code(), takings.basket().lines().get(of.nextSetBit(0)).regulatory())) {
                refused = true;
            } else {
                long times = benefit.every() ? measured / thresholds[tier] : 1;
                Quantity one = benefit.tiers().get(tier).gives();
                given.add(gift(product.getKey(), one, times, benefit.cap()));
                rewarded.or(of);
            }
        }
        if (!given.isEmpty()) {
            return give(given, takings, rewarded, null);
        }
        return refused ? neverGift : below(nearest);
    }

    private Judgement give(List<Gift> given, Takings takings, BitSet lines, @Nullable Next next) {
        long[] nothing = new long[takings.basket().lines().size()];
        takings.take(rule, lines, nothing, given);
        return new Applied(
                rule.code(),
                rule.version(),
                rule.name(),
                Money.ZERO,
                Takings.money(nothing),
                given,
                next,
                Money.ZERO,
                gifts.terms().leastPercent());
    }

    private Gift gift(ProductId product, Quantity one, long times, @Nullable Quantity cap) {
        Quantity wanted = new Quantity(one.amount().multiply(BigDecimal.valueOf(times)));
        Quantity capped = cap != null && cap.compareTo(wanted) < 0 ? cap : wanted;
        return new Gift(rule.code(), rule.version(), product, capped);
    }

    /** What is missing to the next tier, or to the next time. */
    private @Nullable Next next(int tier, long measured, boolean every) {
        long further;
        if (tier + 1 < thresholds.length) {
            further = thresholds[tier + 1];
            if (every) {
                further = Math.min(further, (measured / thresholds[tier] + 1) * thresholds[tier]);
            }
        } else if (every) {
            further = (measured / thresholds[tier] + 1) * thresholds[tier];
        } else {
            return null;
        }
        Measure measure = rule.benefit().measure();
        int decimals = measure == Measure.AMOUNT ? 2 : 3;
        return new Next(measure, BigDecimal.valueOf(further - measured, decimals));
    }

    private Rejected rejected(String key, String detail) {
        return new Rejected(rule.code(), rule.version(), rule.name(), key, detail);
    }

    /** 310000 covers what begins with 31, 440300 what begins with 4403. */
    private static String prefix(String region) {
        String prefix = region;
        while (prefix.length() > 2 && prefix.endsWith("00")) {
            prefix = prefix.substring(0, prefix.length() - 2);
        }
        return prefix;
    }

    private static Set<String> sorted(Set<String> words) {
        return new TreeSet<>(words);
    }

    private static String minute(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }
}
