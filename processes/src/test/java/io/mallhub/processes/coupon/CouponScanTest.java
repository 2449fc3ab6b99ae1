package io.mallhub.processes.coupon;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.mallhub.coupon.Coupons;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Housekeeping;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CouponScanTest {
    private static final long PATIENCE = 10_000;

    @Test
    void looksAtOnceAndGoesOnUntilNoneIsLeft() {
        Coupons coupons = mock();
        when(coupons.expire(anyInt())).thenReturn(200, 7, 0);
        when(coupons.remind(3)).thenReturn(1, 0);
        ProcessSettings settings = mock();
        when(settings.coupon()).thenReturn(new ProcessSettings.Coupon(3, Duration.ofHours(1)));
        Housekeeping housekeeping = new Housekeeping();
        CouponScan scan = new CouponScan(coupons, settings, housekeeping);

        scan.start();

        verify(coupons, timeout(PATIENCE).times(2)).remind(3);
        verify(coupons, timeout(PATIENCE).times(3)).expire(anyInt());
        scan.stop();
        housekeeping.destroy();
    }
}
