package io.mallhub.gateway.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param largest bytes of one message
 * @param records of one call
 * @param elements of one XML message
 * @param depth of elements in one another, or of JSON
 * @param answers how long an answer is kept for its Idempotency-Key
 * @param rotation how long an old secret stays good
 * @param token how long an access token is good
 * @param clockSkew how far the time in a WS-Security header may be off
 */
@ConfigurationProperties("mallhub.gateway")
public record GatewaySettings(
        @DefaultValue("8388608") int largest,
        @DefaultValue("1000") int records,
        @DefaultValue("60000") int elements,
        @DefaultValue("20") int depth,
        @DefaultValue("24h") Duration answers,
        @DefaultValue("7d") Duration rotation,
        @DefaultValue("1h") Duration token,
        @DefaultValue("5m") Duration clockSkew) {}
