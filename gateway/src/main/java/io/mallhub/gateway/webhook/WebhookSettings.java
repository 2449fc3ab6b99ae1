package io.mallhub.gateway.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeout of one delivery
 * @param firstPause after a failure; it doubles with each more
 * @param longestPause at most, jitter aside
 * @param giveUp after so long a delivery fails for good
 * @param rotation how long two secrets sign
 * @param keep how long deliveries that were taken are kept
 */
@ConfigurationProperties("mallhub.webhooks")
record WebhookSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("24h") Duration giveUp,
        @DefaultValue("7d") Duration rotation,
        @DefaultValue("30d") Duration keep) {}
