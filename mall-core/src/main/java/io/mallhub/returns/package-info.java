/** Returns: goods that come back, what is done with them, and what is given back for them. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "customer",
            "identity",
            "notification",
            "order",
            "points",
            "stock"
        })
@NullMarked
package io.mallhub.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
