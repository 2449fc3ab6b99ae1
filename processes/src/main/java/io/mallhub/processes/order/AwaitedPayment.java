package io.mallhub.processes.order;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;

/**
 * What an order is to be paid with before it is sent.
 *
 * @param template of the reminder
 * @param amount still missing
 */
record AwaitedPayment(
        String template,
        String order,
        CustomerId customer,
        Money amount,
        Instant remindAt,
        Instant expiresAt) {}
