package io.mallhub.identity.internal;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param attempts wrong passwords in a row that lock a login
 * @param lockedFor how long
 */
@Validated
@ConfigurationProperties("mallhub.sign-in")
record SignInSettings(
        @Min(1) @DefaultValue("5") int attempts, @DefaultValue("15m") Duration lockedFor) {}
