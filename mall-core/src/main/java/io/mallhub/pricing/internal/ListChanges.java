package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceLists.Change;
import io.mallhub.pricing.PriceLists.PriceChange;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list would change, row by row. Pure. */
final class ListChanges {
    private static final Comparator<Change> BY_PRODUCT =
            Comparator.<Change, String>comparing(it -> it.row().product().toString())
                    .thenComparing(it -> it.row().from());

    private ListChanges() {}

    /**
     * @param gone rows of the version it replaces that it has no more
     * @param prices of all products of the rows for somebody the list is for
     */
    static List<Change> of(
            PriceList list,
            List<Row> rows,
            List<Row> gone,
            Map<ProductId, ProductPrices> prices,
            LocalDate day) {
        return Stream.concat(
                        of(list, rows, prices, day).stream(),
                        gone.stream().map(row -> gone(row, list.terms().audience().source())))
                .sorted(BY_PRODUCT)
                .toList();
    }

    private static Change gone(Row row, Source source) {
        return new Change(row, PriceChange.GONE, row.price(), source, false);
    }

    private static List<Change> of(
            PriceList list, List<Row> rows, Map<ProductId, ProductPrices> prices, LocalDate day) {
        Map<ProductId, List<PriceRule>> rules =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::product,
                                        Collectors.mapping(
                                                row -> rule(list, row), Collectors.toList())));
        return rows.stream()
                .map(
                        row ->
                                change(
                                        row,
                                        rules.getOrDefault(row.product(), List.of()),
                                        prices.getOrDefault(row.product(), new ProductPrices()),
                                        list.key(),
                                        day))
                .toList();
    }

    private static Change change(
            Row row, List<PriceRule> own, ProductPrices prices, Key key, LocalDate day) {
        Optional<PriceRule> before =
                PricePrecedence.choose(
                        prices.rules().stream()
                                .filter(rule -> !rule.list().equals(key.toString()))
                                .toList(),
                        row.from(),
                        day);
        List<PriceRule> then = new ArrayList<>(own);
        prices.rules().stream()
                .filter(rule -> !rule.list().startsWith(key.number() + "/"))
                .forEach(then::add);
        PriceRule after = PricePrecedence.choose(then, row.from(), day).orElse(null);
        return new Change(
                row,
                after == null || !isOf(row, key, after)
                        ? PriceChange.OVERRULED
                        : before.map(it -> Integer.signum(row.price().compareTo(it.price())))
                                .map(ListChanges::direction)
                                .orElse(PriceChange.NEW),
                before.map(PriceRule::price).orElse(null),
                before.map(PriceRule::source).orElse(null),
                prices.isBelowFloor(row.price()));
    }

    private static boolean isOf(Row row, Key key, PriceRule rule) {
        return rule.list().equals(key.toString()) && rule.from().equals(row.from());
    }

    private static PriceChange direction(int sign) {
        return sign == 0 ? PriceChange.SAME : sign > 0 ? PriceChange.UP : PriceChange.DOWN;
    }

    /** A draft as if it were published now. */
    private static PriceRule rule(PriceList list, Row row) {
        Instant published = list.publishedAt();
        return new PriceRule(
                list.terms().audience().source(),
                list.terms().audience().owner(),
                row.from(),
                row.price(),
                list.terms().validFrom(),
                list.terms().validUntil(),
                list.key().toString(),
                list.terms().name(),
                published == null ? Long.MAX_VALUE : PriceRule.set(published));
    }
}
