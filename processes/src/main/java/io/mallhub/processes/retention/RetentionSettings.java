package io.mallhub.processes.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long ended instances stay in the read models.
 *
 * @param keep since their end
 * @param batch instances removed in one transaction
 * @param every pause after all that was due is gone
 */
@Validated
@ConfigurationProperties("mallhub.processes.retention")
record RetentionSettings(
        @DefaultValue("730d") Duration keep,
        @DefaultValue("200") int batch,
        @DefaultValue("10m") Duration every) {}
