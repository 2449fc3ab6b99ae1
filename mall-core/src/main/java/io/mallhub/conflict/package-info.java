/**
 * Fields in which mall and ERP disagree: who owns them, and what a person decided where nobody
 * does.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.mallhub.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
