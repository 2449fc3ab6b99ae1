package io.mallhub.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A part that is being started on a thread of its own, and then runs until closed. */
final class StartingPart<T extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<T> ready = new CompletableFuture<>();
    private final Thread starter;
    private volatile boolean brokenOff;

    private StartingPart(Callable<T> start) {
        // A platform thread: its start may wait for locks of files and for other programs.
        starter = Thread.ofPlatform().daemon().name("part-start").start(() -> run(start));
    }

    static <T extends AutoCloseable> StartingPart<T> begin(Callable<T> start) {
        return new StartingPart<>(start);
    }

    /**
     * @throws IllegalStateException if it could not be started; the message says why
     */
    T awaitReady() throws InterruptedException {
        try {
            return ready.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        }
    }

    /** Tells the reason if the part can't be started; nothing if it was broken off. */
    void onFailure(Consumer<Throwable> listener) {
        var _ =
                ready.whenComplete(
                        (part, failed) -> {
                            if (failed != null && !brokenOff) {
                                listener.accept(failed);
                            }
                        });
    }

    /** Interrupts the start, if it is still under way; {@link #close} waits for its end. */
    void breakOff() {
        if (!ready.isDone()) {
            brokenOff = true;
            starter.interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        T part;
        try {
            part = ready.get();
        } catch (ExecutionException neverRan) {
            return; // told when it happened
        }
        part.close();
    }

    private void run(Callable<T> start) {
        try {
            ready.complete(start.call());
        } catch (Exception failed) {
            ready.completeExceptionally(failed);
        }
    }
}
