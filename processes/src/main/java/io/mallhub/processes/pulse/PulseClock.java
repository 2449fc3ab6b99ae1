package io.mallhub.processes.pulse;

import io.mallhub.processes.engine.Housekeeping;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the pulse counted once a minute while the hub runs. */
@Component
class PulseClock implements SmartLifecycle {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EnginePulse pulse;
    private final Housekeeping housekeeping;
    private volatile boolean running;

    PulseClock(EnginePulse pulse, Housekeeping housekeeping) {
        this.pulse = pulse;
        this.housekeeping = housekeeping;
    }

    @Override
    public void start() {
        running = true;
        housekeeping.repeatFromNow(
                MINUTE,
                () -> {
                    if (running) {
                        pulse.count();
                    }
                });
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
