package io.mallhub.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number 0-based
 * @param total rows of the whole list
 */
public record Page<T>(List<T> items, int number, int size, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(items.stream().<R>map(shape).toList(), number, size, total);
    }

    public int pages() {
        return (int) ((total + size - 1) / size);
    }

    public boolean isFirst() {
        return number == 0;
    }

    public boolean isLast() {
        return number + 1 >= pages();
    }
}
