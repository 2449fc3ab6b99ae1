/**
 * How open the mall is: what guests see, who may apply, invitations of those who may, and who is
 * told prices.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "catalog", "customer"})
@NullMarked
package io.mallhub.openness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
