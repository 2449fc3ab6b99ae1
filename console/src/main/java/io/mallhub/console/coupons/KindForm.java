package io.mallhub.console.coupons;

import io.mallhub.console.catalogue.GoodsList;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of coupon as a person of marketing typed it.
 *
 * @param off amount, or percent
 * @param scope all, products, merchandise, categories of the law, or tags
 * @param of product codes or tags, parted by blanks, commas or lines
 */
record KindForm(
        @Nullable String code,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable CouponWay way,
        @Nullable String typed,
        @Nullable String off,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal value,
        @Nullable BigDecimal cap,
        @Nullable String scope,
        @Nullable String of,
        @Nullable Set<String> categories,
        @Nullable Set<String> merchandise,
        @Nullable Set<String> payments,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer days,
        @Nullable Integer issueLimit,
        @Nullable Integer perBuyer,
        @Nullable Long points,
        @Nullable Boolean combinable,
        @Nullable String reason) {
    static final String PERCENT = "percent";
    static final String PRODUCTS = "products";
    static final String CATEGORIES = "categories";
    static final String MERCHANDISE = "merchandise";
    static final String TAGS = "tags";

    static KindForm empty() {
        return new KindForm(
                null,
                0,
                "",
                CouponWay.CENTRE,
                "",
                "amount",
                null,
                null,
                null,
                "all",
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                30,
                null,
                1,
                null,
                false,
                "");
    }

    /**
     * @param codes of the products, by id
     */
    static KindForm of(CouponKind kind, Map<ProductId, String> codes) {
        boolean percent = kind.discount() instanceof CouponDiscount.PercentOff;
        BigDecimal value =
                switch (kind.discount()) {
                    case CouponDiscount.AmountOff off -> off.amount().amount();
                    case CouponDiscount.PercentOff off -> off.percent();
                };
        Money cap = kind.discount() instanceof CouponDiscount.PercentOff off ? off.cap() : null;
        CouponValidity.Fixed fixed =
                kind.validity() instanceof CouponValidity.Fixed some ? some : null;
        return new KindForm(
                kind.code(),
                kind.version(),
                kind.name(),
                kind.way(),
                kind.typed(),
                percent ? PERCENT : "amount",
                kind.discount().threshold().amount(),
                value,
                cap == null ? null : cap.amount(),
                scope(kind.goods()),
                GoodsList.typed(kind.goods(), codes),
                kind.goods() instanceof Goods.Categories some ? some.categories() : Set.of(),
                kind.goods() instanceof Goods.Merchandise some ? some.codes() : Set.of(),
                kind.payments(),
                fixed == null ? null : fixed.from(),
                fixed == null ? null : fixed.until(),
                kind.validity() instanceof CouponValidity.Days after ? after.days() : null,
                kind.issueLimit(),
                kind.perBuyer(),
                kind.points() == 0 ? null : kind.points(),
                kind.combinable(),
                "");
    }

    private static String scope(Goods goods) {
        return switch (goods) {
            case Goods.All() -> "all";
            case Goods.Products any -> PRODUCTS;
            case Goods.Categories any -> CATEGORIES;
            case Goods.Merchandise any -> MERCHANDISE;
            case Goods.Tags any -> TAGS;
        };
    }

    public boolean isNew() {
        return code == null || code.isBlank();
    }

    public boolean takesPercent() {
        return PERCENT.equals(off);
    }

    public boolean isFor(String some) {
        return some.equals(scope);
    }

    public boolean isOf(String category) {
        return categories != null && categories.contains(category);
    }

    public boolean isIn(String code) {
        return merchandise != null && merchandise.contains(code);
    }

    public boolean isPaidBy(String method) {
        return payments != null && payments.contains(method);
    }

    /** What was listed: codes of products, or tags. */
    Set<String> list() {
        return new TreeSet<>(Typed.list(of));
    }

    /** A message key of what the form itself lacks; null when the rest is for the rules. */
    @Nullable String problem() {
        if (days == null && (from == null || until == null)) {
            return "coupon-kind.dates";
        }
        boolean listed =
                switch (scope) {
                    case CATEGORIES -> categories != null && !categories.isEmpty();
                    case MERCHANDISE -> merchandise != null && !merchandise.isEmpty();
                    case PRODUCTS, TAGS -> !list().isEmpty();
                    case null, default -> true;
                };
        return listed ? null : "coupon-kind.scope";
    }

    /**
     * @param products finds the product of each code
     */
    PutKind command(Function<String, ProductId> products, Actor by) {
        Money from0 = threshold == null ? Money.ZERO : new Money(threshold);
        BigDecimal much = value == null ? BigDecimal.ZERO : value;
        return new PutKind(
                isNew() ? null : code,
                version == null ? 0 : version,
                name == null ? "" : name,
                way == null ? CouponWay.CENTRE : way,
                typed == null ? "" : typed,
                takesPercent()
                        ? new CouponDiscount.PercentOff(
                                from0, much, cap == null ? null : new Money(cap))
                        : new CouponDiscount.AmountOff(from0, new Money(much)),
                goods(products),
                payments == null ? Set.of() : payments,
                validity(),
                issueLimit,
                perBuyer == null ? 0 : perBuyer,
                points == null ? 0 : points,
                Boolean.TRUE.equals(combinable),
                reason == null ? "" : reason,
                by);
    }

    private Goods goods(Function<String, ProductId> products) {
        if (PRODUCTS.equals(scope)) {
            return new Goods.Products(list().stream().map(products).collect(Collectors.toSet()));
        }
        if (TAGS.equals(scope)) {
            return new Goods.Tags(list());
        }
        if (MERCHANDISE.equals(scope) && merchandise != null) {
            return new Goods.Merchandise(merchandise);
        }
        return CATEGORIES.equals(scope) && categories != null
                ? new Goods.Categories(categories)
                : new Goods.All();
    }

    private CouponValidity validity() {
        return days != null || from == null || until == null
                ? new CouponValidity.Days(days == null ? 0 : days)
                : new CouponValidity.Fixed(from, until);
    }

    static List<String> scopes() {
        return List.of("all", PRODUCTS, MERCHANDISE, CATEGORIES, TAGS);
    }
}
