/**
 * Recalls: a batch is locked, everybody who got some of it is found and told in time, and what
 * comes back is counted.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "catalog",
            "identity",
            "notification",
            "order",
            "returns",
            "stock"
        })
@NullMarked
package io.mallhub.recall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
