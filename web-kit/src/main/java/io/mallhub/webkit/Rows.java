package io.mallhub.webkit;

import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A whole list for an export, read part by part so that it is never in memory at once. */
@FunctionalInterface
public interface Rows<T> {
    /** Where {@link #paged} ends. */
    int MOST = 50_000;

    /**
     * Hands out the rows in the list's order; not all where there are more than it takes.
     *
     * @return how many of how many
     */
    Extent forEach(Consumer<? super T> each);

    /**
     * @param more there are even more than {@code total}: counting ended there
     */
    record Extent(long shown, long total, boolean more) {
        public Extent(long shown, long total) {
            this(shown, total, false);
        }

        public boolean isCut() {
            return shown < total;
        }
    }

    /** Of a list that is not paged. */
    static <T> Rows<T> of(List<T> all) {
        return each -> {
            all.forEach(each);
            return new Extent(all.size(), all.size());
        };
    }

    /** A list that was not counted to its end goes on as long as its parts are full. */
    private static boolean goesOn(Page<?> part) {
        return part.more() ? part.items().size() == part.size() : !part.isLast();
    }

    /** Ends after {@link #MOST} rows. */
    static <T> Rows<T> paged(String sort, Function<PageRequest, Page<T>> read) {
        int size = 200;
        return each -> {
            Page<T> part;
            long shown = 0;
            int number = 0;
            do {
                part = read.apply(new PageRequest(number, size, sort));
                part.items().forEach(each);
                shown += part.items().size();
                number++;
            } while (goesOn(part) && number < MOST / size);
            return goesOn(part)
                    ? new Extent(shown, Math.max(part.total(), shown + 1), part.more())
                    : new Extent(shown, shown);
        };
    }
}
