/**
 * Append-only money: receivables of each customer, where every balance is the sum of its entries.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.mallhub.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
