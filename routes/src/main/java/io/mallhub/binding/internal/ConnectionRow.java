package io.mallhub.binding.internal;

import io.mallhub.shared.Instants;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param secrets locked
 */
record ConnectionRow(
        String name,
        String title,
        String definition,
        URI endpoint,
        Set<String> allowedHosts,
        Duration timeout,
        byte[] secrets,
        long version,
        @Nullable String pausedReason,
        @Nullable Instant notBefore,
        @Nullable Instant lastAnswer,
        @Nullable LocalTime compareAt) {

    static ConnectionRow read(ResultSet row, int index) throws SQLException {
        return new ConnectionRow(
                row.getString("name"),
                row.getString("title"),
                row.getString("definition"),
                URI.create(row.getString("endpoint")),
                Set.of((String[]) row.getArray("allowed_hosts").getArray()),
                Duration.ofMillis(row.getLong("timeout_ms")),
                row.getBytes("secrets"),
                row.getLong("version"),
                row.getString("paused_reason"),
                Instants.read(row, "not_before"),
                Instants.read(row, "last_answer"),
                row.getObject("compare_at", LocalTime.class));
    }
}
