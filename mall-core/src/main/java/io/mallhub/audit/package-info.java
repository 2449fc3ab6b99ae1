/** Who did what and when, in a hash chain that shows edits, deletions and cut tails. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.mallhub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
