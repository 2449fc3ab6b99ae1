/** Distribution: goods that staff may share by link, who shares, and which order came of it. */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "identity", "catalog", "order", "commission"})
@NullMarked
package io.mallhub.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
