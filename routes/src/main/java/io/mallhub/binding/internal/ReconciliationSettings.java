package io.mallhub.binding.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param mostMissing share of the bound records that may be missing in the ERP's list; more is no
 *     list but a failure
 * @param lease how long a silent node keeps a comparison
 * @param pause before the next attempt after the ERP was away
 */
@ConfigurationProperties("mallhub.reconciliation")
record ReconciliationSettings(
        @DefaultValue("0.2") double mostMissing,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("30s") Duration pause) {}
