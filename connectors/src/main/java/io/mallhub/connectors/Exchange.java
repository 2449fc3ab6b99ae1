package io.mallhub.connectors;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call as it went over the wire, secrets masked, bodies cut at 256 KiB: for the order thread
 * and the message log.
 *
 * @param reference business number the call was about (mall order or customer number), empty for
 *     lists
 * @param status HTTP status, 0 when no reply came
 * @param fault what was made of it, null when all was well
 */
public record Exchange(
        String connection,
        String operation,
        String reference,
        String url,
        String request,
        String response,
        int status,
        Instant at,
        Duration took,
        @Nullable String fault) {}
