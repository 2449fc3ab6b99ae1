package io.mallhub.storefront.api;

import io.mallhub.shared.Page;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page 0-based
 * @param total rows of the whole list
 */
record PageJson<T>(List<T> items, int page, int size, long total) {
    static <V, T> PageJson<T> of(Page<V> found, Function<? super V, ? extends T> shape) {
        Page<T> shaped = found.map(shape);
        return new PageJson<>(shaped.items(), shaped.number(), shaped.size(), shaped.total());
    }
}
