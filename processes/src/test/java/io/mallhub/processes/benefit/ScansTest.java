package io.mallhub.processes.benefit;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.mallhub.coupon.Coupons;
import io.mallhub.flash.FlashSales;
import io.mallhub.points.Points;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Housekeeping;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScansTest {
    private static final long PATIENCE = 10_000;

    private final ProcessSettings settings = mock();
    private final Housekeeping housekeeping = new Housekeeping();

    @AfterEach
    void end() {
        housekeeping.destroy();
    }

    @Test
    void couponsAreLookedThroughAtOnceUntilNoneIsLeft() {
        Coupons coupons = mock();
        when(coupons.expire(anyInt())).thenReturn(200, 7, 0);
        when(coupons.remind(3)).thenReturn(1, 0);
        when(settings.coupon()).thenReturn(new ProcessSettings.Coupon(3, Duration.ofHours(1)));
        Scan scan = new Scans().couponScan(coupons, settings, housekeeping);

        scan.start();

        verify(coupons, timeout(PATIENCE).times(2)).remind(3);
        verify(coupons, timeout(PATIENCE).times(3)).expire(anyInt());
        scan.stop();
    }

    @Test
    void flashSalesAreTurnedAtOnceUntilNoneIsLeft() {
        FlashSales sales = mock();
        when(sales.turn(anyInt())).thenReturn(2, 0);
        Scan scan = new Scans().flashSaleScan(sales, housekeeping);

        scan.start();

        verify(sales, timeout(PATIENCE).times(2)).turn(anyInt());
        scan.stop();
    }

    @Test
    void pointsAreLookedThroughAtOnceUntilNoneIsLeft() {
        Points points = mock();
        when(points.expire(anyInt())).thenReturn(200, 7, 0);
        when(points.remind(14)).thenReturn(1, 0);
        when(settings.points()).thenReturn(new ProcessSettings.Points(14, Duration.ofHours(1)));
        Scan scan = new Scans().pointsScan(points, settings, housekeeping);

        scan.start();

        verify(points, timeout(PATIENCE).times(2)).remind(14);
        verify(points, timeout(PATIENCE).times(3)).expire(anyInt());
        scan.stop();
    }
}
