/**
 * Money customers paid in advance: principal and bonus, each the sum of its entries; top-ups, and
 * the rules of their bonus.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "customer",
            "identity",
            "notification",
            "payment",
            "transfer"
        })
@NullMarked
package io.mallhub.prepaid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
