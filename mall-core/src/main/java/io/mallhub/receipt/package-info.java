/**
 * Payments of what customers owe, as the bank received them: recorded by one person, confirmed by
 * another; and who owes how much.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "customer",
            "identity",
            "ledger",
            "notification",
            "transfer"
        })
@NullMarked
package io.mallhub.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
