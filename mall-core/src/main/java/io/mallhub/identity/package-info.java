/** People who sign in: staff with roles, and the users of buyer companies with rights. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.mallhub.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
