package io.mallhub.processes.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what may never let go. The engine's client closes under a lock that it awaits without a
 * limit; a hub whose engine is out of reach must end all the same, since what its workers had in
 * hand comes back to another node by the time-outs of the jobs.
 */
record BoundedClose(Duration limit) {
    private static final Logger log = LoggerFactory.getLogger(BoundedClose.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    /**
     * Returns when it is closed, or at the limit; then the closing thread is interrupted and left
     * behind.
     *
     * @param what it is, for the log
     * @throws RuntimeException what the closing threw
     */
    void close(String what, Runnable closing) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("close-" + what)
                        .start(
                                () -> {
                                    try {
                                        closing.run();
                                    } catch (RuntimeException e) {
                                        failure.set(e);
                                    }
                                });
        try {
            if (!thread.join(limit)) {
                log.warn("{} did not close within {}: going on without", what, limit);
                thread.interrupt();
                thread.join(AFTER_INTERRUPT);
                return;
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return;
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }
}
