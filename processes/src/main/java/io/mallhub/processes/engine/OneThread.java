package io.mallhub.processes.engine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing after the other, whatever fails of it, until it is closed. */
final class OneThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OneThread.class);

    private final String name;
    private final ScheduledExecutorService thread;

    OneThread(String name) {
        this.name = name;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Never, when the application is closing. */
    void runAfter(Duration wait, Runnable work) {
        try {
            thread.schedule(logged(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Closing: the next start goes on");
        }
    }

    void repeat(Duration first, Duration pause, Runnable work) {
        thread.scheduleWithFixedDelay(
                logged(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** An exception would end a repetition for good and be seen by nobody. */
    private Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Work of the thread {} failed", name, e);
            }
        };
    }
}
