/**
 * Orders paid online: what a provider is asked for, what it tells, what goes back; each a ledger of
 * entries that add up. How a provider is spoken to is behind {@link PaymentGateway}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "notification"})
@NullMarked
package io.mallhub.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
