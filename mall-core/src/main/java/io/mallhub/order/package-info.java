/**
 * Carts and orders: what a buyer asked for, what the desk changed and decided, what the ERP did.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "customer",
            "identity",
            "openness",
            "pricing",
            "promotion",
            "flash",
            "coupon",
            "points",
            "stock",
            "ledger",
            "prepaid",
            "payment",
            "receipt",
            "notification"
        })
@NullMarked
package io.mallhub.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
