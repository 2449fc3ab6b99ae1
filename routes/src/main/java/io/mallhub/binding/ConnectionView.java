package io.mallhub.binding;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param pausedReason null while it runs; a pause by the hub (credentials refused) says so
 * @param lastAnswer when the ERP last answered anything
 * @param compareAt the mall's time of day at which all that is switched on is compared; null = on
 *     command alone
 */
public record ConnectionView(
        String name,
        String title,
        String definition,
        String protocol,
        URI endpoint,
        Map<Entity, Depth> policies,
        @Nullable String pausedReason,
        @Nullable Instant lastAnswer,
        long openQuarantine,
        @Nullable LocalTime compareAt) {}
