package io.mallhub.runtime;

/** Is told what happens to a part of the runtime, on any thread; must return quickly. */
@FunctionalInterface
public interface PartListener {

    void on(PartEvent event);

    /** Listens to nothing. */
    static PartListener none() {
        return event -> {};
    }
}
