/**
 * Money by bank transfer: payments of what customers owe and of orders that are paid before they
 * are sent, recorded by one person and confirmed by another; what goes back; and who owes how much.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "customer",
            "identity",
            "ledger",
            "notification",
            "prepaid",
            "transfer"
        })
@NullMarked
package io.mallhub.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
