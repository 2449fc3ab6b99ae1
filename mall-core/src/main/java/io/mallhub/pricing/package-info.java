/**
 * What a line costs this customer, and why: agreement, level, region, special and base price, lists
 * that hold as a whole, quantity breaks, floors.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "promotion"})
@NullMarked
package io.mallhub.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
