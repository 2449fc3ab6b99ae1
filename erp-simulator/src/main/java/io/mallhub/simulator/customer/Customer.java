package io.mallhub.simulator.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the customer file.
 *
 * @param clientNumber the number an interface gave when it created the customer
 * @param taxNo unified social credit code, unique
 * @param forbidden stopped: no new orders
 * @param version grows by one with each change
 */
public record Customer(
        String number,
        @Nullable String clientNumber,
        String name,
        String taxNo,
        String province,
        String address,
        String contact,
        String phone,
        boolean forbidden,
        Instant modifyTime,
        long version) {}
