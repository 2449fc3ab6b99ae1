package io.mallhub.returns.internal;

import io.mallhub.shared.RegulatoryCategory;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param coldChain categories whose goods count as cold chain even where the product is not flagged
 */
@ConfigurationProperties("mallhub.returns")
record ReturnSettings(@DefaultValue({"VACCINE", "INSULIN"}) Set<RegulatoryCategory> coldChain) {}
