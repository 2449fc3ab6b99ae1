/** Transfers to our bank accounts, by their bank reference: which document each one stands for. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.mallhub.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
