package io.mallhub.connectors;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is to be lost on the hub's own side of the wire, so that any ERP can be tested for it and
 * not only one that fails when asked to.
 */
public final class Losses {
    private final AtomicReference<Optional<Loss>> next = new AtomicReference<>(Optional.empty());

    public enum Loss {
        /** It never leaves the hub, which can't know that. */
        REQUEST,
        /** The ERP has done what it was asked for. */
        REPLY
    }

    /** Of the next writing call, as long as it is not closed. */
    public Armed next(Loss loss) {
        next.set(Optional.of(loss));
        return () -> next.set(Optional.empty());
    }

    /** What to lose now; it is lost once. */
    public Optional<Loss> take() {
        return next.getAndSet(Optional.empty());
    }

    @FunctionalInterface
    public interface Armed extends AutoCloseable {
        @Override
        void close();
    }
}
