package io.mallhub.order.internal;

import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code SO} + the mall's day + 6 digits. The digits run on over the days, so that no order waits
 * for another one's number. A node takes some at once; those it has not given when it ends, and
 * those of submits that failed, are left out.
 */
@Component
class OrderNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();

    OrderNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(Instant now) {
        Long digits = taken.poll();
        if (digits == null) {
            List<Long> more = more();
            digits = more.getFirst();
            taken.addAll(more.subList(1, more.size()));
        }
        return "SO" + DAY.format(MallTime.dateOf(now)) + "%06d".formatted(digits);
    }

    private List<Long> more() {
        return jdbc.sql("SELECT nextval('order_number') FROM generate_series(1, :atOnce)")
                .param("atOnce", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
