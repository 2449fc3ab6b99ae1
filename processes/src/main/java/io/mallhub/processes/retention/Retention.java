package io.mallhub.processes.retention;

import io.mallhub.processes.engine.Housekeeping;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Keeps the read models from growing for ever. */
@Component
class Retention implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private final EndedInstances ended;
    private final RetentionSettings settings;
    private final Housekeeping housekeeping;
    private final Clock clock;

    Retention(
            EndedInstances ended,
            RetentionSettings settings,
            Housekeeping housekeeping,
            Clock clock) {
        this.ended = ended;
        this.settings = settings;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        housekeeping.repeat(settings.every(), this::removeDue);
    }

    private void removeDue() {
        Instant before = clock.instant().minus(settings.keep());
        int removed = 0;
        int last = settings.batch();
        while (last == settings.batch() && !Thread.currentThread().isInterrupted()) {
            last = ended.remove(before, settings.batch());
            removed += last;
        }
        int messages = ended.removeMessages(before, 10_000);
        if (removed + messages > 0) {
            log.info("{} ended instances and {} messages removed", removed, messages);
        }
    }
}
