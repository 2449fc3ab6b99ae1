package io.mallhub.binding.internal;

import io.mallhub.binding.MessageRetention;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes old messages in small bites: each its own statement, so that no lock is held long. */
@Component
class OldMessages implements MessageRetention {
    private static final int BITE = 1_000;

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    OldMessages(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int prune() {
        Instant now = clock.instant();
        return delete("reference = ''", now.minus(settings.lists()))
                + delete("reference <> ''", now.minus(settings.business()));
    }

    private int delete(String kind, Instant before) {
        int all = 0;
        int bite;
        do {
            bite =
                    jdbc.sql(
                                    "delete from message_log where id in (select id from message_log"
                                            + " where at < :before and "
                                            + kind
                                            + " limit :bite)")
                            .param("before", Instants.parameter(before))
                            .param("bite", BITE)
                            .update();
            all += bite;
        } while (bite == BITE);
        return all;
    }

    /**
     * @param lists pages of products, stock …
     * @param business messages about an order or customer: sales records are kept five years
     */
    @ConfigurationProperties("mallhub.messages.keep")
    record Settings(@DefaultValue("7d") Duration lists, @DefaultValue("1830d") Duration business) {}
}
