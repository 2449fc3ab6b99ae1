/** Carts and orders: what a buyer asked for, what was decided, and what the ERP did with it. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "customer",
            "identity",
            "pricing",
            "stock",
            "ledger",
            "notification"
        })
@NullMarked
package io.mallhub.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
