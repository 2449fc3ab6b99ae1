package io.mallhub.processes.benefit;

import io.mallhub.processes.engine.Housekeeping;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.context.SmartLifecycle;

/**
 * Does what the passing of time asks for, again and again until none is left. Looks more often than
 * daily, so that a day the hub was down at the wrong hour is no day lost.
 */
class Scan implements SmartLifecycle {
    private final Housekeeping housekeeping;
    private final Duration every;
    private final List<IntSupplier> works;
    private volatile boolean running;

    /**
     * @param works each does a bounded part and tells how many it did
     */
    Scan(Housekeeping housekeeping, Duration every, List<IntSupplier> works) {
        this.housekeeping = housekeeping;
        this.every = every;
        this.works = List.copyOf(works);
    }

    @Override
    public void start() {
        running = true;
        housekeeping.repeatFromNow(every, () -> works.forEach(this::untilNoneIsLeft));
    }

    private void untilNoneIsLeft(IntSupplier some) {
        int done = 1;
        while (running && done > 0) {
            done = some.getAsInt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
