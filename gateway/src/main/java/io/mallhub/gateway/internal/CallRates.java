package io.mallhub.gateway.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often a client may call, on this node: a bucket that fills evenly and holds the calls of ten
 * seconds.
 */
@Component
class CallRates {
    private static final double SECONDS_HELD = 10;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;

    CallRates(Clock clock) {
        this.clock = clock;
    }

    /** Counts the call, or says how long to wait. */
    Optional<Duration> wait(Caller caller) {
        double perSecond = caller.client().perMinute() / 60.0;
        Bucket after =
                buckets.merge(
                        caller.client().id(),
                        new Bucket(held(perSecond) - 1, clock.instant(), true),
                        (before, fresh) -> before.take(perSecond, fresh.at));
        return after.granted
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis((long) Math.ceil((1 - after.calls) / perSecond * 1000)));
    }

    private static double held(double perSecond) {
        return Math.max(1, perSecond * SECONDS_HELD);
    }

    private record Bucket(double calls, Instant at, boolean granted) {
        Bucket take(double perSecond, Instant now) {
            double passed = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
            double full = Math.min(held(perSecond), calls + passed * perSecond);
            return full >= 1 ? new Bucket(full - 1, now, true) : new Bucket(full, now, false);
        }
    }
}
