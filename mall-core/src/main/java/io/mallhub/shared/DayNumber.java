package io.mallhub.shared;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of documents that say of which day they are: {@code RC20261124000007}. */
public final class DayNumber {
    private DayNumber() {}

    /**
     * @param sequence of the database; does not begin anew each day
     */
    public static String next(JdbcClient jdbc, String prefix, String sequence, Instant now) {
        long digits =
                jdbc.sql("SELECT nextval(:sequence::regclass)")
                        .param("sequence", sequence)
                        .query(Long.class)
                        .single();
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(MallTime.dateOf(now));
        return prefix + day + "%06d".formatted(digits);
    }
}
