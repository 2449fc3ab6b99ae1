package io.mallhub.gateway.internal;

import io.mallhub.shared.Instants;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Digests count once, whichever node they come to. */
@Component
public class UsedNonces {
    private final JdbcClient jdbc;
    private final GatewaySettings settings;
    private final Clock clock;

    UsedNonces(JdbcClient jdbc, GatewaySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** False when it was used before. To be asked only for a digest that fits. */
    public boolean isFirstUse(Caller caller, String nonce) {
        // Twice the skew: from the most future time accepted to the most past.
        return jdbc.sql(
                                "insert into used_nonce (client, nonce, until)"
                                        + " values (:client, :nonce, :until)"
                                        + " on conflict do nothing")
                        .param("client", caller.client().id())
                        .param("nonce", nonce)
                        .param(
                                "until",
                                Instants.parameter(
                                        clock.instant().plus(settings.clockSkew().multipliedBy(2))))
                        .update()
                == 1;
    }
}
