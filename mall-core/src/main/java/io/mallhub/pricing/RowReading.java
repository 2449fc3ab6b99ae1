package io.mallhub.pricing;

import io.mallhub.pricing.PriceList.Row;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Typed rows, read: good ones, and everything that is wrong with the others. Blank rows are
 * neither.
 */
public record RowReading(List<Row> good, List<RowError> errors) {
    private static final int LONGEST_SHOWN = 60;

    public RowReading {
        good = List.copyOf(good);
        errors = List.copyOf(errors);
    }

    public enum RowColumn {
        CODE,
        FROM,
        PRICE
    }

    /**
     * @param row number in the file
     * @param typed what stands there
     * @param problem message key that says what to do: price-row.code-missing,
     *     price-row.code-unknown, price-row.from, price-row.price-missing, price-row.price,
     *     price-row.twice
     * @param detail for the message: of a row that is there twice the number of the first one
     */
    public record RowError(
            int row, RowColumn column, String typed, String problem, String detail) {}

    /** How many rows are bad. */
    public int bad() {
        return (int) errors.stream().map(RowError::row).distinct().count();
    }

    /**
     * @param known ids of the codes that the catalogue has
     */
    public static RowReading of(List<TypedRow> typed, Map<String, ProductId> known) {
        List<Row> good = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        Map<Place, Integer> first = new HashMap<>();
        for (TypedRow row : typed) {
            if (isBlank(row)) {
                continue;
            }
            Optional<ProductId> product = product(row, known, errors);
            Optional<Quantity> from = from(row, errors);
            Optional<UnitPrice> price = price(row, errors);
            if (product.isEmpty() || from.isEmpty()) {
                continue;
            }
            Integer earlier = first.putIfAbsent(new Place(product.get(), from.get()), row.number());
            if (earlier != null) {
                errors.add(error(row, RowColumn.CODE, row.code(), "price-row.twice", earlier + ""));
            } else if (price.isPresent()) {
                good.add(new Row(product.get(), from.get(), price.get()));
            }
        }
        return new RowReading(good, errors);
    }

    private record Place(ProductId product, Quantity from) {}

    private static boolean isBlank(TypedRow row) {
        return row.code().isBlank() && row.from().isBlank() && row.price().isBlank();
    }

    private static Optional<ProductId> product(
            TypedRow row, Map<String, ProductId> known, List<RowError> errors) {
        String code = row.code().strip();
        ProductId product = known.get(code);
        if (product == null) {
            String problem = code.isEmpty() ? "price-row.code-missing" : "price-row.code-unknown";
            errors.add(error(row, RowColumn.CODE, code, problem, ""));
        }
        return Optional.ofNullable(product);
    }

    private static Optional<Quantity> from(TypedRow row, List<RowError> errors) {
        Optional<Quantity> from =
                row.from().isBlank()
                        ? Optional.of(Quantity.of(1))
                        : Quantity.typed(row.from()).filter(Quantity::isPositive);
        if (from.isEmpty()) {
            errors.add(error(row, RowColumn.FROM, row.from(), "price-row.from", ""));
        }
        return from;
    }

    private static Optional<UnitPrice> price(TypedRow row, List<RowError> errors) {
        Optional<UnitPrice> price =
                number(row.price()).filter(it -> it.signum() > 0).flatMap(UnitPrice::typed);
        if (price.isEmpty()) {
            String problem = row.price().isBlank() ? "price-row.price-missing" : "price-row.price";
            errors.add(error(row, RowColumn.PRICE, row.price(), problem, ""));
        }
        return price;
    }

    private static Optional<BigDecimal> number(String typed) {
        try {
            return Optional.of(new BigDecimal(typed.strip()));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static RowError error(
            TypedRow row, RowColumn column, String typed, String problem, String detail) {
        String shown =
                typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
        return new RowError(row.number(), column, shown, problem, detail);
    }
}
