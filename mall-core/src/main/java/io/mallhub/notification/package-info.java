/** What people are told: an inbox in the mall, and the channels that reach them elsewhere. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package io.mallhub.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
