/** How open the mall is: what guests see, who may apply, and invitations of those who may. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.mallhub.openness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
