package io.mallhub.console.promotions;

import io.mallhub.console.catalogue.TypedTimes;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.Typed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a typed rule. Every field is looked at, so that all that is wrong is shown at once, beside
 * the field it is wrong in; with nothing wrong there is a command.
 */
final class RuleReading {
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int MOST_LISTED = 200;
    private static final int LAST_PRIORITY = 999_999;

    private final RuleForm form;
    private final Function<String, Optional<ProductId>> products;
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    /**
     * @param products finds the product of a code
     */
    RuleReading(RuleForm form, Function<String, Optional<ProductId>> products) {
        this.form = form;
        this.products = products;
    }

    /**
     * @param key message key; the detail fills its place
     */
    public record Wrong(String key, String detail) {}

    /** By field; empty when there is a command. */
    Map<String, Wrong> wrong() {
        return wrong;
    }

    Optional<PutRule> command(Actor by) {
        String name = form.name() == null ? "" : form.name().strip();
        if (name.isEmpty() || name.length() > 60) {
            wrong("name", "promotion-rule.name", "");
        }
        String reason = form.reason() == null ? "" : form.reason().strip();
        if (reason.isEmpty() || reason.length() > 500) {
            wrong("reason", "promotion-rule.reason", "");
        }
        RuleKind kind = form.kind() == null ? RuleKind.ORDER_OFF : form.kind();
        Goods goods = goods(kind);
        Benefit benefit = goods == null ? tiersOnly(kind) : benefit(kind, goods);
        Conditions conditions = conditions();
        Stacking stacking = stacking();
        if (!wrong.isEmpty() || benefit == null || conditions == null || stacking == null) {
            return Optional.empty();
        }
        return Optional.of(
                new PutRule(
                        form.isNew() ? null : form.code(),
                        form.version() == null ? 0 : form.version(),
                        name,
                        conditions,
                        benefit,
                        stacking,
                        reason,
                        by));
    }

    /** Goods are wrong; what else is wrong is said all the same. */
    private @Nullable Benefit tiersOnly(RuleKind kind) {
        benefit(kind, new Goods.All());
        return null;
    }

    private @Nullable Goods goods(RuleKind kind) {
        return switch (kind) {
            case ORDER_OFF, ORDER_GIFT -> new Goods.All();
            case PRODUCT_OFF, PRODUCT_GIFT -> listedProducts(true);
            case UNIT_OFF, SAME_GIFT -> listedProducts(false);
            case CATEGORY_OFF, CATEGORY_GIFT -> {
                if (form.categories() == null || form.categories().isEmpty()) {
                    wrong("categories", "console.promotion.wrong.categories", "");
                    yield null;
                }
                yield new Goods.Categories(form.categories());
            }
            case MERCHANDISE_OFF, MERCHANDISE_GIFT -> {
                if (form.merchandise() == null || form.merchandise().isEmpty()) {
                    wrong("merchandise", "console.promotion.wrong.merchandise", "");
                    yield null;
                }
                yield new Goods.Merchandise(form.merchandise());
            }
            case TAG_OFF, TAG_GIFT -> {
                Set<String> tags = Typed.list(form.of());
                if (tags.isEmpty() || tags.size() > MOST_LISTED) {
                    wrong("of", "console.promotion.wrong.tags", "");
                    yield null;
                }
                yield new Goods.Tags(tags);
            }
        };
    }

    /** Without a list a rule about each product by itself is about all of them. */
    private @Nullable Goods listedProducts(boolean needed) {
        Set<String> codes = Typed.list(form.of());
        if (codes.isEmpty() && !needed) {
            return new Goods.All();
        }
        if (codes.isEmpty() || codes.size() > MOST_LISTED) {
            wrong("of", "console.promotion.wrong.products", "");
            return null;
        }
        Set<ProductId> ids = new HashSet<>();
        for (String code : codes) {
            Optional<ProductId> id = products.apply(code);
            if (id.isEmpty()) {
                wrong("of", "console.promotion.wrong.product", code);
                return null;
            }
            ids.add(id.get());
        }
        return new Goods.Products(ids);
    }

    private @Nullable Benefit benefit(RuleKind kind, Goods goods) {
        Measure measure =
                kind == RuleKind.UNIT_OFF || form.measure() == null
                        ? kind == RuleKind.UNIT_OFF ? Measure.QUANTITY : Measure.AMOUNT
                        : form.measure();
        boolean every = Boolean.TRUE.equals(form.every());
        boolean percent = !kind.isGift() && kind != RuleKind.UNIT_OFF && form.takesPercent();
        if (every && (percent || kind == RuleKind.UNIT_OFF)) {
            wrong("every", "console.promotion.wrong.every", "");
        }
        List<Row> rows = rows(kind, measure, every);
        BigDecimal cap = cap(kind);
        if (!wrong.isEmpty()) {
            return null;
        }
        try {
            return made(kind, goods, measure, every, percent, rows, cap);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            wrong("tiers", "console.promotion.wrong.tiers", "");
            return null;
        }
    }

    private Benefit made(
            RuleKind kind,
            Goods goods,
            Measure measure,
            boolean every,
            boolean percent,
            List<Row> rows,
            @Nullable BigDecimal cap) {
        Money most = cap == null ? null : new Money(cap);
        Quantity mostGoods = cap == null ? null : new Quantity(cap);
        return switch (kind) {
            case UNIT_OFF -> new Benefit.UnitOff(goods, tiers(rows, UnitPrice::new), most);
            case SAME_GIFT ->
                    new Benefit.SameGift(
                            goods, measure, tiers(rows, Quantity::new), every, mostGoods);
            case ORDER_GIFT, PRODUCT_GIFT, CATEGORY_GIFT, MERCHANDISE_GIFT, TAG_GIFT ->
                    new Benefit.GiftGoods(
                            goods,
                            measure,
                            rows.stream().map(Row::present).toList(),
                            every,
                            mostGoods);
            case ORDER_OFF, PRODUCT_OFF, CATEGORY_OFF, MERCHANDISE_OFF, TAG_OFF ->
                    percent
                            ? new Benefit.PercentOff(goods, measure, tiers(rows, it -> it), most)
                            : new Benefit.AmountOff(
                                    goods, measure, tiers(rows, Money::new), every, most);
        };
    }

    private static <G> List<Tier<G>> tiers(List<Row> rows, Function<BigDecimal, G> gives) {
        return rows.stream().map(row -> new Tier<>(row.from(), gives.apply(row.gives()))).toList();
    }

    /**
     * @param gift null where none is named
     */
    private record Row(BigDecimal from, BigDecimal gives, @Nullable ProductId gift) {
        Tier<Benefit.Present> present() {
            if (gift == null) {
                throw new IllegalArgumentException("A tier of gifts names one");
            }
            return new Tier<>(from, new Benefit.Present(gift, new Quantity(gives)));
        }
    }

    private List<Row> rows(RuleKind kind, Measure measure, boolean every) {
        boolean named = kind.isGift() && kind != RuleKind.SAME_GIFT;
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < RuleForm.TIERS; row++) {
            String from = form.at(form.tierFrom(), row);
            String gives = form.at(form.tierGives(), row);
            String gift = form.at(form.tierGift(), row);
            if (from.isEmpty() && gives.isEmpty() && (gift.isEmpty() || !named)) {
                continue;
            }
            String field = "tier" + row;
            BigDecimal begins = number(from, measure == Measure.AMOUNT ? 2 : 3);
            BigDecimal much = number(gives, decimals(kind));
            ProductId product = null;
            if (begins == null || every && begins.signum() == 0) {
                wrong(field, "console.promotion.wrong.tier-from", "");
            } else if (much == null || much.signum() == 0) {
                wrong(field, "console.promotion.wrong.tier-gives", "");
            } else if (!rows.isEmpty() && rows.getLast().from().compareTo(begins) >= 0) {
                wrong(field, "console.promotion.wrong.tier-order", "");
            } else if (form.takesPercent()
                    && !kind.isGift()
                    && kind != RuleKind.UNIT_OFF
                    && much.compareTo(new BigDecimal(100)) > 0) {
                wrong(field, "console.promotion.wrong.tier-percent", "");
            } else if (named) {
                product = products.apply(gift).orElse(null);
                if (product == null) {
                    wrong(field, "console.promotion.wrong.tier-gift", gift);
                }
            }
            if (begins != null && much != null) {
                rows.add(new Row(begins, much, product));
            }
        }
        if (rows.isEmpty() && !wrong.containsKey("tier0")) {
            wrong("tier0", "console.promotion.wrong.no-tier", "");
        }
        return rows;
    }

    private static int decimals(RuleKind kind) {
        return switch (kind) {
            case UNIT_OFF -> 6;
            case ORDER_GIFT, PRODUCT_GIFT, CATEGORY_GIFT, MERCHANDISE_GIFT, TAG_GIFT, SAME_GIFT ->
                    3;
            case ORDER_OFF, PRODUCT_OFF, CATEGORY_OFF, MERCHANDISE_OFF, TAG_OFF -> 2;
        };
    }

    private @Nullable BigDecimal cap(RuleKind kind) {
        String typed = form.cap() == null ? "" : form.cap().strip();
        if (typed.isEmpty()) {
            return null;
        }
        BigDecimal cap = number(typed, kind.isGift() ? 3 : 2);
        if (cap == null || cap.signum() == 0) {
            wrong("cap", "console.promotion.wrong.cap", "");
        }
        return cap;
    }

    /** At least 0; null where it is no number, or too fine or too large. */
    private static @Nullable BigDecimal number(String typed, int decimals) {
        if (!typed.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            return null;
        }
        BigDecimal number = new BigDecimal(typed);
        return number.compareTo(MOST) > 0 || number.stripTrailingZeros().scale() > decimals
                ? null
                : number;
    }

    private @Nullable Conditions conditions() {
        Instant from = instant("from", form.from());
        Instant until = instant("until", form.until());
        if (from != null && until != null && !from.isBefore(until)) {
            wrong("until", "console.promotion.wrong.until", "");
        }
        List<WeeklySlot> slots = slots();
        Set<String> regions = Typed.list(form.regions());
        for (String region : regions) {
            if (!region.matches("[0-9]{6}")) {
                wrong("regions", "console.promotion.wrong.region", region);
            }
        }
        Limits limits = limits();
        if (!wrong.isEmpty()) {
            return null;
        }
        return new Conditions(
                from,
                until,
                slots,
                Typed.list(form.levels()),
                form.groups() == null ? Set.of() : form.groups(),
                regions,
                form.payments() == null ? Set.of() : form.payments(),
                form.channels() == null ? Set.of() : form.channels(),
                limits);
    }

    private Limits limits() {
        String typed = form.budget() == null ? "" : form.budget().strip();
        BigDecimal budget = typed.isEmpty() ? null : number(typed, 2);
        if (!typed.isEmpty() && (budget == null || budget.signum() == 0)) {
            wrong("budget", "console.promotion.wrong.budget", "");
            return Limits.NONE;
        }
        return new Limits(
                budget == null ? null : new Money(budget),
                count("orders", form.orders()),
                count("ordersEach", form.ordersEach()));
    }

    private int count(String field, @Nullable String typed) {
        String bare = typed == null ? "" : typed.strip();
        if (bare.isEmpty()) {
            return 0;
        }
        if (!bare.matches("[1-9][0-9]{0,6}")) {
            wrong(field, "console.promotion.wrong.orders", "");
            return 0;
        }
        return Integer.parseInt(bare);
    }

    private @Nullable Instant instant(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Optional<Instant> instant = TypedTimes.instant(typed);
        if (instant.isEmpty()) {
            wrong(field, "console.promotion.wrong.time", "");
        }
        return instant.orElse(null);
    }

    private List<WeeklySlot> slots() {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int row = 0; row < RuleForm.SLOTS; row++) {
            String day = form.at(form.slotDay(), row);
            if (day.isEmpty()) {
                continue;
            }
            String from = form.at(form.slotFrom(), row);
            Optional<WeeklySlot> slot = TypedTimes.slot(day, from, form.at(form.slotUntil(), row));
            if (slot.isEmpty()) {
                wrong("slot" + row, "console.promotion.wrong.slot", "");
            }
            slot.ifPresent(slots::add);
        }
        return slots;
    }

    private @Nullable Stacking stacking() {
        String typed = form.priority() == null ? "" : form.priority().strip();
        String group = form.group() == null ? "" : form.group().strip();
        Stacking.Mode mode = form.mode() == null ? Stacking.Mode.COMBINABLE : form.mode();
        if (!typed.matches("[0-9]{1,6}") || Integer.parseInt(typed) > LAST_PRIORITY) {
            wrong("priority", "console.promotion.wrong.priority", "");
            return null;
        }
        if (mode == Stacking.Mode.ONE_OF_GROUP && group.isEmpty()) {
            wrong("group", "console.promotion.wrong.group", "");
            return null;
        }
        return new Stacking(
                mode, Integer.parseInt(typed), mode == Stacking.Mode.ONE_OF_GROUP ? group : "");
    }

    private void wrong(String field, String key, String detail) {
        wrong.putIfAbsent(field, new Wrong(key, detail));
    }
}
