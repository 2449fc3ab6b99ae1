package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version of a kind, in and out of its columns. */
final class KindColumns {
    /** Of the tables {@code coupon_kind k} and {@code coupon_kind_version v}. */
    static final String SELECTED =
            "v.code, v.version, v.name, k.way, k.typed, v.threshold, v.amount, v.percent, v.cap,"
                    + " v.scope, v.scope_of, v.payments, v.valid_from AS kind_from,"
                    + " v.valid_until AS kind_until, v.valid_days, v.issue_limit, v.per_buyer,"
                    + " v.points, v.combinable, v.reason, v.by_name, v.at AS kind_at";

    private KindColumns() {}

    static CouponKind kind(ResultSet row) throws SQLException {
        return new CouponKind(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                CouponWay.valueOf(row.getString("way")),
                row.getString("typed"),
                discount(row),
                goods(row.getString("scope"), words(row, "scope_of")),
                Set.copyOf(words(row, "payments")),
                validity(row),
                row.getObject("issue_limit", Integer.class),
                row.getInt("per_buyer"),
                row.getLong("points"),
                row.getBoolean("combinable"),
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "kind_at"));
    }

    private static CouponDiscount discount(ResultSet row) throws SQLException {
        Money threshold = new Money(row.getBigDecimal("threshold"));
        BigDecimal amount = row.getBigDecimal("amount");
        return amount != null
                ? new CouponDiscount.AmountOff(threshold, new Money(amount))
                : new CouponDiscount.PercentOff(
                        threshold, row.getBigDecimal("percent"), money(row, "cap"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }

    private static CouponValidity validity(ResultSet row) throws SQLException {
        Integer days = row.getObject("valid_days", Integer.class);
        return days != null
                ? new CouponValidity.Days(days)
                : new CouponValidity.Fixed(
                        row.getObject("kind_from", LocalDate.class),
                        row.getObject("kind_until", LocalDate.class));
    }

    private static Goods goods(String scope, List<String> of) {
        return switch (scope) {
            case "ALL" -> new Goods.All();
            case "PRODUCTS" ->
                    new Goods.Products(of.stream().map(ProductId::of).collect(Collectors.toSet()));
            case "CATEGORIES" -> new Goods.Categories(Set.copyOf(of));
            case "MERCHANDISE" -> new Goods.Merchandise(Set.copyOf(of));
            case "TAGS" -> new Goods.Tags(Set.copyOf(of));
            default -> throw new IllegalStateException("Unknown scope " + scope);
        };
    }

    static String scope(Goods goods) {
        return switch (goods) {
            case Goods.All() -> "ALL";
            case Goods.Products any -> "PRODUCTS";
            case Goods.Categories any -> "CATEGORIES";
            case Goods.Merchandise any -> "MERCHANDISE";
            case Goods.Tags any -> "TAGS";
        };
    }

    static String[] scopeOf(Goods goods) {
        return switch (goods) {
            case Goods.All() -> new String[0];
            case Goods.Products(var products) ->
                    sorted(products.stream().map(ProductId::toString).toList());
            case Goods.Categories(var categories) -> sorted(categories);
            case Goods.Merchandise(var codes) -> sorted(codes);
            case Goods.Tags(var tags) -> sorted(tags);
        };
    }

    static String[] sorted(Collection<String> words) {
        return new TreeSet<>(words).toArray(String[]::new);
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
