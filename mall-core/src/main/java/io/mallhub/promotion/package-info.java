/**
 * What a basket gets off and what comes with it: rules as data, an engine that is a pure function,
 * and the reason for every rule it considered.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "catalog", "identity", "notification"})
@NullMarked
package io.mallhub.promotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
