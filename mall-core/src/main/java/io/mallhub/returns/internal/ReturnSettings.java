package io.mallhub.returns.internal;

import io.mallhub.shared.RegulatoryCategory;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sendingLease how long one attempt may send before another may take over; longer than the
 *     longest request to any ERP
 * @param coldChain categories whose goods count as cold chain even where the product is not flagged
 */
@ConfigurationProperties("mallhub.returns")
record ReturnSettings(
        @DefaultValue("2m") Duration sendingLease,
        @DefaultValue({"VACCINE", "INSULIN"}) Set<RegulatoryCategory> coldChain) {}
