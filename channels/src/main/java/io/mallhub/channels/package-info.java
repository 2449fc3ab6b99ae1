/**
 * The channels that carry notices out of the mall, with the dispatcher that feeds them, and the
 * payment provider.
 */
@ApplicationModule(allowedDependencies = {"shared", "notification", "payment", "prepaid"})
@NullMarked
package io.mallhub.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
