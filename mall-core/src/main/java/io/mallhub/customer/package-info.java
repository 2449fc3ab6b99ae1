/**
 * Buyer companies: application, qualification documents with versions and scope, and the licence
 * gate.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "conflict", "identity"})
@NullMarked
package io.mallhub.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
