package io.mallhub.simulator.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The ERP's clock, in the precision its tables have. */
@Component
public class Now {

    private final Clock clock;
    private volatile Duration skew = Duration.ZERO;

    Now(Clock clock) {
        this.clock = clock;
    }

    /** From now on the ERP's clock is wrong by this much: ahead, or behind where it is negative. */
    public void skew(Duration skew) {
        this.skew = skew;
    }

    public Instant instant() {
        return clock.instant().plus(skew).truncatedTo(ChronoUnit.MILLIS);
    }

    public OffsetDateTime forSql() {
        return instant().atOffset(ZoneOffset.UTC);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), Numbers.ZONE);
    }
}
