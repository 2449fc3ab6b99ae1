/** Money, quantities, typed ids and pages: the words every context uses. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.mallhub.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
