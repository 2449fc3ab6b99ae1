package io.mallhub.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Java program kept running as a child process: when it ends without being asked to, it is
 * started again, after a delay that grows while it keeps failing. It ends with this object, and
 * with this process however that ends.
 */
public final class JavaChild implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JavaChild.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final JavaProgram program;
    private final DataDirectory directory;
    private final PartListener listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile JavaProcess process;
    private final Thread watch;

    private JavaChild(
            JavaProgram program,
            DataDirectory directory,
            PartListener listener,
            JavaProcess first) {
        this.program = program;
        this.directory = directory;
        this.listener = listener;
        this.process = first;
        this.watch =
                Thread.ofPlatform()
                        .daemon()
                        .name(program.name() + "-watch")
                        .unstarted(this::keepRunning);
    }

    /**
     * Starts the program and returns when it is ready.
     *
     * @throws IllegalStateException if it isn't ready in time; the message has the end of its log
     */
    public static JavaChild start(
            JavaProgram program, DataDirectory directory, PartListener listener) {
        listener.on(new PartEvent(program.name(), PartEvent.Status.STARTING, ""));
        try {
            JavaProcess first = ready(program, directory, listener);
            JavaChild child = new JavaChild(program, directory, listener, first);
            child.watch.start();
            return child;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + program.name(), e);
        }
    }

    /** Process id of the present run. */
    public long pid() {
        return process.handle().pid();
    }

    /** Ends the program gracefully and waits for its end. */
    @Override
    public void close() {
        closing.countDown();
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.end();
        directory.children().forget(program.name());
    }

    private static JavaProcess ready(
            JavaProgram program, DataDirectory directory, PartListener listener)
            throws InterruptedException {
        long begin = System.nanoTime();
        JavaProcess process = JavaProcess.start(program, directory);
        try {
            process.awaitReady();
        } catch (InterruptedException | RuntimeException e) {
            process.end();
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        listener.on(
                new PartEvent(
                        program.name(),
                        PartEvent.Status.READY,
                        "process %d after %d ms"
                                .formatted(process.handle().pid(), took.toMillis())));
        return process;
    }

    private void keepRunning() {
        try {
            while (closing.getCount() > 0) {
                int status = process.awaitExit();
                if (closing.getCount() > 0) {
                    startAgain("ended with status " + status);
                }
            }
        } catch (InterruptedException asked) {
            log.debug("no longer watching {}", program.name());
        }
    }

    private void startAgain(String cause) throws InterruptedException {
        Duration delay = FIRST_DELAY;
        String reason = cause;
        while (true) {
            log.warn("{} {}; starting it again in {}", program.name(), reason, delay);
            listener.on(new PartEvent(program.name(), PartEvent.Status.DIED, reason));
            if (closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            listener.on(new PartEvent(program.name(), PartEvent.Status.RESTARTING, reason));
            try {
                process = ready(program, directory, listener);
                return;
            } catch (RuntimeException failed) {
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
