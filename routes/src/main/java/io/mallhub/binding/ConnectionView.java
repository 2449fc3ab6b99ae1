package io.mallhub.binding;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param pausedReason null while it runs; a pause by the hub (credentials refused) says so
 * @param lastAnswer when the ERP last answered anything
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
        long openQuarantine) {}
