package io.mallhub.gateway.internal;

import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what has had its time; safe on several nodes at once. */
@Component
class GatewayRetention {
    private final JdbcClient jdbc;
    private final GatewaySettings settings;
    private final Clock clock;

    GatewayRetention(JdbcClient jdbc, GatewaySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    int prune() {
        Instant now = clock.instant();
        return delete("api_token where until < :before", now)
                + delete("used_nonce where until < :before", now)
                + delete("kept_answer where started_at < :before", now.minus(settings.answers()));
    }

    private int delete(String what, Instant before) {
        return jdbc.sql("delete from " + what).param("before", Instants.parameter(before)).update();
    }
}
