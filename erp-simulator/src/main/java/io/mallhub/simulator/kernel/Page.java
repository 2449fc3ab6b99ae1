package io.mallhub.simulator.kernel;

import java.util.List;
import java.util.function.Function;

/** Part of a list, and whether more follows. */
public record Page<T>(List<T> rows, boolean more) {

    /** Cuts off the record that {@link ListPoint#fetch()} asked for beyond the limit. */
    public static <T> Page<T> cut(List<T> fetched, ListPoint point) {
        boolean more = fetched.size() > point.limit();
        return new Page<>(more ? fetched.subList(0, point.limit()) : fetched, more);
    }

    public <R> Page<R> map(Function<List<T>, List<R>> change) {
        return new Page<>(change.apply(rows), more);
    }
}
