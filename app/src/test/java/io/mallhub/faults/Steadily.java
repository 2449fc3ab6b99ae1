package io.mallhub.faults;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Somebody who does the same thing again and again, with a rest in between, until he is closed. */
final class Steadily implements AutoCloseable {
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
    private final Duration rest;
    private @Nullable ScheduledFuture<?> work;

    private Steadily(Duration rest) {
        this.rest = rest;
    }

    static Steadily every(Duration rest) {
        return new Steadily(rest);
    }

    void begin(Runnable task) {
        work = hand.scheduleWithFixedDelay(task, 0, rest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns after this time; fails as soon as the work of one of them has failed. */
    static void allLast(Duration time, Steadily... all) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            for (Steadily one : all) {
                one.lasts(Duration.ofSeconds(1));
            }
        }
    }

    /** Returns after this time; fails as soon as the work has failed. */
    void lasts(Duration time) {
        try {
            work.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillAtIt) {
            return;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns when the last piece of work is done; fails if one has failed. */
    @Override
    public void close() {
        boolean failed = work != null && work.isDone();
        hand.close();
        if (failed) {
            lasts(Duration.ZERO);
        }
    }
}
