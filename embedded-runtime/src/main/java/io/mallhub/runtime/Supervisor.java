package io.mallhub.runtime;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a part running until closed: when it ends without being asked to, it is started again,
 * after a delay that grows while the start keeps failing.
 */
final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final String part;
    private final PartListener listener;
    private final Callable<CompletableFuture<String>> start;
    private final Thread watch;
    private volatile boolean closed;

    private Supervisor(
            String part,
            PartListener listener,
            Callable<CompletableFuture<String>> start,
            CompletableFuture<String> firstEnd) {
        this.part = part;
        this.listener = listener;
        this.start = start;
        this.watch =
                Thread.ofPlatform()
                        .daemon()
                        .name(part + "-watch")
                        .start(() -> keepRunning(firstEnd));
    }

    /**
     * Starts the part and watches it from then on.
     *
     * @param start returns when the part answers; its result completes when that run has ended,
     *     with the cause for a person to read. It may be interrupted.
     * @throws IllegalStateException if the first start fails or is interrupted
     */
    static Supervisor start(
            String part, PartListener listener, Callable<CompletableFuture<String>> start) {
        try {
            return new Supervisor(part, listener, start, start.call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + part, e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot start " + part, e);
        }
    }

    /** Starts nothing again from now on; the part itself is still to be ended by the caller. */
    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepRunning(CompletableFuture<String> firstEnd) {
        try {
            CompletableFuture<String> end = firstEnd;
            while (!closed) {
                end = startAgain(end.get());
            }
        } catch (InterruptedException asked) {
            log.debug("no longer watching {}", part);
        } catch (ExecutionException e) {
            throw new IllegalStateException(part + " can't be watched", e);
        }
    }

    private CompletableFuture<String> startAgain(String cause) throws InterruptedException {
        Duration delay = FIRST_DELAY;
        String reason = cause;
        while (true) {
            log.warn("{} {}; starting it again in {}", part, reason, delay);
            listener.on(new PartEvent(part, PartEvent.Status.DIED, reason));
            Thread.sleep(delay);
            listener.on(new PartEvent(part, PartEvent.Status.RESTARTING, reason));
            try {
                return start.call();
            } catch (InterruptedException asked) {
                throw asked;
            } catch (Exception failed) {
                reason = String.valueOf(failed.getMessage());
                delay = longer(delay);
            }
        }
    }

    private static Duration longer(Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : twice;
    }
}
