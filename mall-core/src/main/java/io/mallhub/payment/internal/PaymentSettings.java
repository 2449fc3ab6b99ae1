package io.mallhub.payment.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A payment keeps the times it was opened with.
 *
 * @param expiry without money for so long, the order is cancelled
 * @param reminder after so long the buyer is reminded
 */
@ConfigurationProperties("mallhub.payment")
record PaymentSettings(
        @DefaultValue("24h") Duration expiry, @DefaultValue("20h") Duration reminder) {
    PaymentSettings {
        if (!expiry.isPositive() || !reminder.isPositive() || reminder.compareTo(expiry) >= 0) {
            throw new IllegalArgumentException(
                    "mallhub.payment.reminder ("
                            + reminder
                            + ") must be positive and shorter than mallhub.payment.expiry ("
                            + expiry
                            + ")");
        }
    }
}
