package io.mallhub.processes.renewal;

import io.mallhub.customer.Renewals;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Housekeeping;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the renewals of documents that will expire. Looks more often than daily, so that a day the
 * hub was down at the wrong hour is no day lost; a document gets one renewal however often.
 */
@Component
class RenewalScan implements SmartLifecycle {
    private static final int AT_ONCE = 200;

    private final Renewals renewals;
    private final ProcessSettings.Renewal settings;
    private final Housekeeping housekeeping;
    private volatile boolean running;

    RenewalScan(Renewals renewals, ProcessSettings settings, Housekeeping housekeeping) {
        this.renewals = renewals;
        this.settings = settings.renewal();
        this.housekeeping = housekeeping;
    }

    @Override
    public void start() {
        running = true;
        housekeeping.repeatFromNow(settings.scanEvery(), this::scan);
    }

    private void scan() {
        int opened = AT_ONCE;
        while (running && opened == AT_ONCE) {
            opened = renewals.openDue(settings.daysAhead(), AT_ONCE);
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
