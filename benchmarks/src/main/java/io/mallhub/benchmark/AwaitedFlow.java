package io.mallhub.benchmark;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One flow of the benchmarks' connection, watched until it has come so far.
 *
 * @param look how often
 */
record AwaitedFlow(Connections connections, Flow flow, Duration look, Duration patience) {
    static final String CONNECTION = "erp";

    FlowView now() {
        return connections.flows(CONNECTION).stream()
                .filter(view -> view.flow().equals(flow.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Until it has read the ERP to the end for the first time. */
    FlowView loaded(Consumer<FlowView> meanwhile) throws TimeoutException {
        return until(view -> view.lastSuccess() != null && view.read() > 0, meanwhile);
    }

    FlowView until(Predicate<FlowView> far) throws TimeoutException {
        return until(far, view -> {});
    }

    private FlowView until(Predicate<FlowView> far, Consumer<FlowView> meanwhile)
            throws TimeoutException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            FlowView view = now();
            if (view.lastError() != null) {
                throw new IllegalStateException(flow.id() + ": " + view.lastError());
            }
            meanwhile.accept(view);
            if (far.test(view)) {
                return view;
            }
            LockSupport.parkNanos(look.toNanos());
        }
        throw new TimeoutException(flow.id() + " did not come so far within " + patience);
    }
}
