package io.mallhub.shared;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into arrays, one per column, for set-wise SQL ({@code SELECT … FROM unnest(…)}). All
 * are text: the statement casts them ({@code :ids::uuid[]}), so one form serves every type.
 */
public final class Columns {
    private Columns() {}

    public static <T> String[] of(
            Collection<T> rows, Function<? super T, ? extends @Nullable Object> value) {
        String[] column = new String[rows.size()];
        int row = 0;
        for (T each : rows) {
            Object cell = value.apply(each);
            column[row++] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
