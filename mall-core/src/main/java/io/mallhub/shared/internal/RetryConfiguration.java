package io.mallhub.shared.internal;

import io.mallhub.shared.RetriedTransaction;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;

/** Turns {@link RetriedTransaction} on. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
class RetryConfiguration {}
