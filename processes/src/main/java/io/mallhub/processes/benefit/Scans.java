package io.mallhub.processes.benefit;

import io.mallhub.coupon.Coupons;
import io.mallhub.flash.FlashSales;
import io.mallhub.points.Points;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Housekeeping;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Coupons and points whose time is over expire; companies are told of those whose last day is near,
 * once of each day. Flash sales open and close.
 */
@Configuration(proxyBeanMethods = false)
class Scans {
    private static final int AT_ONCE = 200;
    private static final Duration FLASH_SALES = Duration.ofSeconds(5);

    @Bean
    Scan couponScan(Coupons coupons, ProcessSettings settings, Housekeeping housekeeping) {
        ProcessSettings.Coupon coupon = settings.coupon();
        return new Scan(
                housekeeping,
                coupon.scanEvery(),
                List.of(
                        () -> coupons.expire(AT_ONCE),
                        () -> coupons.remind(coupon.remindDaysAhead())));
    }

    /** Often: a sale opens and closes at its minute. */
    @Bean
    Scan flashSaleScan(FlashSales sales, Housekeeping housekeeping) {
        return new Scan(housekeeping, FLASH_SALES, List.of(() -> sales.turn(AT_ONCE)));
    }

    @Bean
    Scan pointsScan(Points points, ProcessSettings settings, Housekeeping housekeeping) {
        ProcessSettings.Points ofPoints = settings.points();
        return new Scan(
                housekeeping,
                ofPoints.scanEvery(),
                List.of(
                        () -> points.expire(AT_ONCE),
                        () -> points.remind(ofPoints.remindDaysAhead())));
    }
}
