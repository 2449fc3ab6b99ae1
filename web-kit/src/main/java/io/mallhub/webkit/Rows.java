package io.mallhub.webkit;

import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
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

    record Extent(long shown, long total) {
        public boolean isCut() {
            return shown < total;
        }
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
            } while (!part.isLast() && number < MOST / size);
            return new Extent(shown, part.isLast() ? shown : part.total());
        };
    }
}
