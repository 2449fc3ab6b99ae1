package io.mallhub.simulator.kernel;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out document numbers without gaps: the counter row stays locked until the transaction ends.
 */
@Component
public class Numbers {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Clock clock;

    Numbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** {@code KH004373} */
    public String nextCustomer() {
        return "KH%06d".formatted(next("KH"));
    }

    /** {@code XSDD-2026-000123}; starts again each year. */
    public String nextOrder() {
        return nextOfYear("XSDD");
    }

    /** {@code XSCK-2026-000045} */
    public String nextDelivery() {
        return nextOfYear("XSCK");
    }

    /** {@code XSTH-2026-000007} */
    public String nextReturn() {
        return nextOfYear("XSTH");
    }

    /** {@code THRK-2026-000007} */
    public String nextReceipt() {
        return nextOfYear("THRK");
    }

    /** {@code JZPZ-2026-000007} */
    public String nextVoucher() {
        return nextOfYear("JZPZ");
    }

    /**
     * An electronic invoice (数电票), 20 digits: year, region (31, Shanghai), channel, running number.
     */
    public String nextInvoice() {
        Year year = Year.now(clock.withZone(ZONE));
        return "%02d312%015d".formatted(year.getValue() % 100, next("FP-" + year));
    }

    private String nextOfYear(String prefix) {
        String kind = prefix + "-" + Year.now(clock.withZone(ZONE));
        return "%s-%06d".formatted(kind, next(kind));
    }

    private long next(String kind) {
        return jdbc.sql(
                        "INSERT INTO t_number VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET last = t_number.last + 1 RETURNING last")
                .param(kind)
                .query(Long.class)
                .single();
    }
}
