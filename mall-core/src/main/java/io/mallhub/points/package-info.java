/**
 * Points of companies: earned by what they paid, worth something on later orders, gone when their
 * time is over. Rules are data; what happened is a ledger.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "customer",
            "promotion",
            "notification"
        })
@NullMarked
package io.mallhub.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
