package io.mallhub.processes.coupon;

import io.mallhub.coupon.Coupons;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Housekeeping;
import java.util.function.IntSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Expires coupons whose last day is over and tells companies of those whose last day is near. Looks
 * more often than daily, so that a day the hub was down at the wrong hour is no day lost; each
 * company is told of a day once.
 */
@Component
class CouponScan implements SmartLifecycle {
    private static final int AT_ONCE = 200;

    private final Coupons coupons;
    private final ProcessSettings.Coupon settings;
    private final Housekeeping housekeeping;
    private volatile boolean running;

    CouponScan(Coupons coupons, ProcessSettings settings, Housekeeping housekeeping) {
        this.coupons = coupons;
        this.settings = settings.coupon();
        this.housekeeping = housekeeping;
    }

    @Override
    public void start() {
        running = true;
        housekeeping.repeatFromNow(settings.scanEvery(), this::scan);
    }

    private void scan() {
        untilNoneIsLeft(() -> coupons.expire(AT_ONCE));
        untilNoneIsLeft(() -> coupons.remind(settings.remindDaysAhead()));
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
