package io.mallhub.connectors.transport;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spares an ERP of which it is known what it bears: no more calls than that, and a pause when it
 * does not answer at all. What is not let through is surely not sent.
 */
public final class GuardedWire implements Wire {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** From so many calls on, of which hardly one was answered, the ERP is left alone. */
    private static final int CALLS = 20;

    private static final float HARDLY_ONE = 90;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** The server itself says that it is not there; an ERP's own refusals come with others. */
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);

    private final Wire wire;
    private final CircuitBreaker breaker;
    private final @Nullable RateLimiter rate;
    private final @Nullable Bulkhead together;

    /**
     * @param callsPerSecond 0 for any
     * @param atOnce most at the same time, 0 for any
     * @param patience longest wait for its turn
     */
    public GuardedWire(
            Wire wire, String connection, int callsPerSecond, int atOnce, Duration patience) {
        this.wire = wire;
        breaker = breaker(connection);
        rate =
                callsPerSecond == 0
                        ? null
                        : RateLimiter.of(
                                connection,
                                RateLimiterConfig.custom()
                                        .limitRefreshPeriod(SECOND)
                                        .limitForPeriod(callsPerSecond)
                                        .timeoutDuration(patience)
                                        .build());
        together =
                atOnce == 0
                        ? null
                        : Bulkhead.of(
                                connection,
                                BulkheadConfig.custom()
                                        .maxConcurrentCalls(atOnce)
                                        .maxWaitDuration(patience)
                                        .build());
    }

    private static CircuitBreaker breaker(String connection) {
        return CircuitBreaker.of(
                connection,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS)
                        .minimumNumberOfCalls(CALLS)
                        .failureRateThreshold(HARDLY_ONE)
                        .waitDurationInOpenState(PAUSE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    @Override
    public Sent send(Request request) {
        if (!breaker.tryAcquirePermission()) {
            return notSent(
                    request, "the ERP has not answered lately and is left alone for " + PAUSE);
        }
        if (together != null && !together.tryAcquirePermission()) {
            breaker.releasePermission();
            return notSent(request, "as many calls at once as the ERP bears are under way");
        }
        try {
            if (rate != null && !rate.acquirePermission()) {
                breaker.releasePermission();
                return notSent(request, "more calls a second than the ERP bears");
            }
            return counted(request);
        } finally {
            if (together != null) {
                together.onComplete();
            }
        }
    }

    private Sent counted(Request request) {
        long start = System.nanoTime();
        Sent sent = wire.send(request);
        long took = System.nanoTime() - start;
        if (isAway(sent.outcome())) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new NoAnswer());
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
        return sent;
    }

    private static boolean isAway(HttpOutcome outcome) {
        return !(outcome instanceof HttpOutcome.Replied reply) || AWAY.contains(reply.status());
    }

    private static Sent notSent(Request request, String reason) {
        return new Sent(request.body(), new HttpOutcome.NotSent(reason, new NoAnswer()));
    }

    /** For the books of the breaker. */
    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
