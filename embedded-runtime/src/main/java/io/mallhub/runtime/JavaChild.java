package io.mallhub.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A Java program kept running as a child process: when it ends without being asked to, it is
 * started again, after a delay that grows while it keeps failing. It ends with this object, and
 * with this process however that ends.
 */
public final class JavaChild implements AutoCloseable {

    /** A program that isn't ready has nothing to finish. */
    private static final Duration GRACE_BEFORE_READY = Duration.ofSeconds(2);

    private final JavaProgram program;
    private final DataDirectory directory;
    private final PartListener listener;
    private final Supervisor supervisor;
    private volatile @Nullable JavaProcess process;

    private JavaChild(JavaProgram program, DataDirectory directory, PartListener listener) {
        this.program = program;
        this.directory = directory;
        this.listener = listener;
        this.supervisor = Supervisor.start(program.name(), listener, this::run);
    }

    /**
     * Starts the program and returns when it is ready. An interrupt of the calling thread ends the
     * program at once.
     *
     * @throws IllegalStateException if it isn't ready in time, with the end of its log in the
     *     message; or if interrupted
     */
    public static JavaChild start(
            JavaProgram program, DataDirectory directory, PartListener listener) {
        listener.on(new PartEvent(program.name(), PartEvent.Status.STARTING, ""));
        return new JavaChild(program, directory, listener);
    }

    /** Process id of the present run. */
    public long pid() {
        return present().handle().pid();
    }

    /** Ends the program gracefully and waits for its end. */
    @Override
    public void close() {
        supervisor.close();
        present().end();
        directory.children().forget(program.name());
    }

    private CompletableFuture<String> run() throws InterruptedException {
        long begin = System.nanoTime();
        JavaProcess started = JavaProcess.start(program, directory);
        try {
            started.awaitReady();
        } catch (InterruptedException | RuntimeException e) {
            started.end(GRACE_BEFORE_READY);
            directory.children().forget(program.name());
            throw e;
        }
        process = started;
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        listener.on(
                new PartEvent(
                        program.name(),
                        PartEvent.Status.READY,
                        "process %d after %d ms"
                                .formatted(started.handle().pid(), took.toMillis())));
        return started.ended();
    }

    private JavaProcess present() {
        JavaProcess running = process;
        if (running == null) {
            throw new IllegalStateException(program.name() + " was never ready");
        }
        return running;
    }
}
