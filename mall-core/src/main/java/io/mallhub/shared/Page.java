package io.mallhub.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number 0-based
 * @param total rows of the whole list, or of as much of it as was counted
 * @param more the list goes on after {@code total}: counting ended there
 */
public record Page<T>(List<T> items, int number, int size, long total, boolean more) {
    /**
     * How far long lists are counted: nobody leafs further, and counting all of them would cost
     * more than the page.
     */
    public static final int MOST_COUNTED = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** Of a list that was counted to its end. */
    public Page(List<T> items, int number, int size, long total) {
        this(items, number, size, total, false);
    }

    /** Of a list that is there as a whole. */
    public static <T> Page<T> of(List<T> all, PageRequest page) {
        return new Page<>(
                all.stream().skip(page.offset()).limit(page.size()).toList(),
                page.number(),
                page.size(),
                all.size());
    }

    /**
     * Of a long list.
     *
     * @param counted its rows, where counting ended at the one after {@link #MOST_COUNTED}
     */
    public static <T> Page<T> ofLong(List<T> items, PageRequest page, long counted) {
        return new Page<>(
                items,
                page.number(),
                page.size(),
                Math.min(counted, MOST_COUNTED),
                counted > MOST_COUNTED);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(items.stream().<R>map(shape).toList(), number, size, total, more);
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
