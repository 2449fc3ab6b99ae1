package io.mallhub.customer.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers that people say on the phone; unique, rising, with gaps where a transaction failed. */
@Component
class BusinessNumbers {
    private final JdbcClient jdbc;

    BusinessNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code C00000001}. */
    String nextCustomer() {
        return "C%08d".formatted(next("customer_number"));
    }

    /** {@code CR20261124-0001}; the sequence does not begin anew each day. */
    String nextApplication(LocalDate today) {
        return "CR%s-%04d"
                .formatted(
                        today.format(DateTimeFormatter.BASIC_ISO_DATE), next("application_number"));
    }

    /** {@code QR20261124-0001}. */
    String nextRenewal(LocalDate today) {
        return "QR%s-%04d"
                .formatted(today.format(DateTimeFormatter.BASIC_ISO_DATE), next("renewal_number"));
    }

    private long next(String sequence) {
        return jdbc.sql("select nextval(?::regclass)").param(sequence).query(Long.class).single();
    }
}
