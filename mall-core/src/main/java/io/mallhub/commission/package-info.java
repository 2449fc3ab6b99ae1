/** Commission: what salespeople and sharers earn, why to the cent, and how it is paid out. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "customer",
            "identity",
            "ledger",
            "prepaid",
            "payment",
            "notification",
            "order",
            "returns"
        })
@NullMarked
package io.mallhub.commission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
