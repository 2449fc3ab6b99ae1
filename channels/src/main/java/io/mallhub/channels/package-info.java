/** The channels that carry notices out of the mall, and the dispatcher that feeds them. */
@ApplicationModule(allowedDependencies = {"shared", "notification"})
@NullMarked
package io.mallhub.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
