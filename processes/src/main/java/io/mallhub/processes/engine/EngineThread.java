package io.mallhub.processes.engine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One thread for what a node does by itself beside jobs: deploying, and emptying the outbox. Not an
 * {@code Executor} bean: Spring Boot would take it for the application's.
 */
@Component
public class EngineThread implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(EngineThread.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("engine").factory());

    /** Soon; never, when the application is closing. */
    public void run(Runnable work) {
        runAfter(Duration.ZERO, work);
    }

    public void runAfter(Duration wait, Runnable work) {
        try {
            thread.schedule(logged(work), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Closing: the next start goes on");
        }
    }

    /** Until the application closes. */
    public void repeat(Duration interval, Runnable work) {
        thread.scheduleWithFixedDelay(logged(work), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    /** An exception would end a repetition for good and be seen by nobody. */
    private static Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Work beside the jobs failed", e);
            }
        };
    }
}
