/** What may be sold: products with identifiers, regulatory category, units and tax. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "conflict"})
@NullMarked
package io.mallhub.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
