package io.mallhub.order.internal;

import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code SO} + the mall's day + 6 digits. The digits run on over the days, so that no order waits
 * for another one's number; numbers of refused submits are left out.
 */
@Component
class OrderNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient jdbc;

    OrderNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(Instant now) {
        long digits = jdbc.sql("SELECT nextval('order_number')").query(Long.class).single();
        return "SO" + DAY.format(MallTime.dateOf(now)) + "%06d".formatted(digits);
    }
}
