package io.mallhub.binding.internal;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param interval from the end of one turn to the next, where a connection has no pace of its own
 * @param intervals other intervals, by flow id
 * @param lease how long a silent node keeps a flow
 * @param overlap the longest transaction of the ERP: a record may become visible that much later
 *     than its change time says
 * @param clockJump how far the ERP's clock may be set back, or was ahead before
 * @param backOff first pause after a failed turn; doubles up to {@code backOffLimit}
 */
@ConfigurationProperties("mallhub.flows")
record FlowSettings(
        @DefaultValue("15s") Duration interval,
        @DefaultValue Map<String, Duration> intervals,
        @DefaultValue("12s") Duration lease,
        @DefaultValue("60s") Duration overlap,
        @DefaultValue("15m") Duration clockJump,
        @DefaultValue("1s") Duration backOff,
        @DefaultValue("5m") Duration backOffLimit) {

    Duration intervalOf(String flow) {
        return intervals.getOrDefault(flow, interval);
    }

    double secondsOf(String flow) {
        return intervalOf(flow).toMillis() / 1000.0;
    }
}
