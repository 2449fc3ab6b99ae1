package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Part of a list.
 *
 * @param time when it was read, epoch milliseconds
 */
record Rows<R>(long time, List<R> rows, boolean more) {

    static <T, R> Answer<Rows<R>> of(Page<T> page, Instant now, Function<T, R> row) {
        return Answer.of(
                new Rows<>(
                        now.toEpochMilli(), page.rows().stream().map(row).toList(), page.more()));
    }
}
