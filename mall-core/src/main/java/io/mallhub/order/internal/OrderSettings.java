package io.mallhub.order.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sendingLease how long one push may send before another may take over; longer than the
 *     longest request to any ERP
 */
@ConfigurationProperties("mallhub.order")
record OrderSettings(@DefaultValue("2m") Duration sendingLease) {}
