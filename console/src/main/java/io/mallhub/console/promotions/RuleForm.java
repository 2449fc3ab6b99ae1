package io.mallhub.console.promotions;

import io.mallhub.console.catalogue.GoodsList;
import io.mallhub.console.catalogue.TypedTimes;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A promotion rule as a person of marketing typed it: words, so that what is wrong can be shown
 * again beside its field.
 *
 * @param off amount or percent, for kinds that take money off
 * @param of product codes or tags, parted by blanks, commas or lines
 * @param categories of the law
 * @param merchandise codes of merchandise categories
 * @param tierFrom one per tier, like the next two
 * @param tierGift product code of the gift
 * @param groups words of customer types; none for all
 * @param budget empty for none, like the next two
 * @param slotDay one per weekly slot, like the next two; empty for none
 */
record RuleForm(
        @Nullable String code,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable RuleKind kind,
        @Nullable String off,
        @Nullable Measure measure,
        @Nullable String of,
        @Nullable Set<String> categories,
        @Nullable Set<String> merchandise,
        @Nullable List<String> tierFrom,
        @Nullable List<String> tierGives,
        @Nullable List<String> tierGift,
        @Nullable Boolean every,
        @Nullable String cap,
        @Nullable String from,
        @Nullable String until,
        @Nullable List<String> slotDay,
        @Nullable List<String> slotFrom,
        @Nullable List<String> slotUntil,
        @Nullable String levels,
        @Nullable Set<String> groups,
        @Nullable String regions,
        @Nullable Set<String> payments,
        @Nullable Set<Channel> channels,
        @Nullable String budget,
        @Nullable String orders,
        @Nullable String ordersEach,
        Stacking.@Nullable Mode mode,
        @Nullable String priority,
        @Nullable String group,
        @Nullable String reason) {
    static final String PERCENT = "percent";
    static final int TIERS = 5;
    static final int SLOTS = 3;

    static RuleForm empty() {
        return new RuleForm(
                null,
                0,
                "",
                RuleKind.ORDER_OFF,
                "amount",
                Measure.AMOUNT,
                "",
                Set.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                Set.of(),
                "",
                Set.of(),
                Set.of(),
                "",
                "",
                "",
                Stacking.Mode.COMBINABLE,
                "100",
                "",
                "");
    }

    /**
     * @param codes of the products that it is about or gives, by id
     */
    static RuleForm of(Rule rule, Map<ProductId, String> codes) {
        Benefit benefit = rule.benefit();
        Conditions when = rule.conditions();
        List<String> froms = new ArrayList<>();
        List<String> gives = new ArrayList<>();
        List<String> gifts = new ArrayList<>();
        for (Tier<?> tier : benefit.tiers()) {
            froms.add(plain(tier.from()));
            gives.add(gives(tier.gives()));
            gifts.add(
                    tier.gives() instanceof Benefit.Present present
                            ? codes.getOrDefault(present.product(), present.product().toString())
                            : "");
        }
        return new RuleForm(
                rule.code(),
                rule.version(),
                rule.name(),
                RuleKind.of(benefit),
                benefit instanceof Benefit.PercentOff ? PERCENT : "amount",
                benefit.measure(),
                GoodsList.typed(benefit.goods(), codes),
                benefit.goods() instanceof Goods.Categories some ? some.categories() : Set.of(),
                benefit.goods() instanceof Goods.Merchandise some ? some.codes() : Set.of(),
                froms,
                gives,
                gifts,
                repeats(benefit),
                cap(benefit),
                TypedTimes.typed(when.from()),
                TypedTimes.typed(when.until()),
                when.slots().stream().map(it -> it.day().name()).toList(),
                when.slots().stream().map(it -> it.from().toString()).toList(),
                when.slots().stream().map(it -> it.until().toString()).toList(),
                String.join(" ", new TreeSet<>(when.levels())),
                when.groups(),
                String.join(" ", new TreeSet<>(when.regions())),
                when.payments(),
                when.channels(),
                when.limits().budget() == null ? "" : when.limits().budget().toString(),
                count(when.limits().orders()),
                count(when.limits().ordersPerCompany()),
                rule.stacking().mode(),
                Integer.toString(rule.stacking().priority()),
                rule.stacking().group(),
                "");
    }

    /** The same, typed over another version. */
    RuleForm of(int other) {
        return new RuleForm(
                code,
                other,
                name,
                kind,
                off,
                measure,
                of,
                categories,
                merchandise,
                tierFrom,
                tierGives,
                tierGift,
                every,
                cap,
                from,
                until,
                slotDay,
                slotFrom,
                slotUntil,
                levels,
                groups,
                regions,
                payments,
                channels,
                budget,
                orders,
                ordersEach,
                mode,
                priority,
                group,
                reason);
    }

    private static String gives(Object gives) {
        return switch (gives) {
            case Benefit.Present present -> plain(present.quantity().amount());
            case BigDecimal percent -> plain(percent);
            case Money money -> money.toString();
            case UnitPrice price -> price.toString();
            case Quantity quantity -> plain(quantity.amount());
            default -> gives.toString();
        };
    }

    private static boolean repeats(Benefit benefit) {
        return switch (benefit) {
            case Benefit.AmountOff off -> off.every();
            case Benefit.GiftGoods gift -> gift.every();
            case Benefit.SameGift same -> same.every();
            case Benefit.UnitOff any -> false;
            case Benefit.PercentOff any -> false;
        };
    }

    private static String cap(Benefit benefit) {
        Object cap =
                switch (benefit) {
                    case Benefit.AmountOff off -> off.cap();
                    case Benefit.UnitOff off -> off.cap();
                    case Benefit.PercentOff off -> off.cap();
                    case Benefit.GiftGoods gift -> gift.cap();
                    case Benefit.SameGift same -> same.cap();
                };
        return cap == null ? "" : gives(cap);
    }

    private static String count(int limit) {
        return limit == 0 ? "" : Integer.toString(limit);
    }

    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(0, bare.scale())).toPlainString();
    }

    public boolean isNew() {
        return code == null || code.isBlank();
    }

    public boolean takesPercent() {
        return PERCENT.equals(off);
    }

    public boolean isOf(String category) {
        return categories != null && categories.contains(category);
    }

    public boolean isIn(String code) {
        return merchandise != null && merchandise.contains(code);
    }

    public boolean isFor(String group) {
        return groups != null && groups.contains(group);
    }

    public boolean isPaidBy(String method) {
        return payments != null && payments.contains(method);
    }

    public boolean isBy(Channel channel) {
        return channels != null && channels.contains(channel);
    }

    /** What was typed in a row of a column; empty where nothing was. */
    public String at(@Nullable List<String> column, int row) {
        return column == null || row >= column.size() ? "" : column.get(row).strip();
    }
}
