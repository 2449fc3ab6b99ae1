/**
 * Coupons of companies: kinds as data, what was given of them as a ledger, and the promotion rules
 * they are worth in a basket.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "identity",
            "customer",
            "promotion",
            "points",
            "notification"
        })
@NullMarked
package io.mallhub.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
