/**
 * Flash sales: one product at a price for a while, so much of it and no more, set aside from the
 * stock that others buy.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "catalog", "pricing", "promotion", "stock"})
@NullMarked
package io.mallhub.flash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
