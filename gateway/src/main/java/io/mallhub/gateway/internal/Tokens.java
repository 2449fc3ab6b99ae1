package io.mallhub.gateway.internal;

import io.mallhub.shared.Instants;
import io.mallhub.shared.Sha256;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens, as digests. */
@Component
public class Tokens {
    /** A client that asks for a token with each call pushes its own old ones out. */
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final GatewaySettings settings;
    private final Clock clock;

    Tokens(JdbcClient jdbc, GatewaySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void keep(String client, String token) {
        jdbc.sql("insert into api_token (digest, client, until) values (:digest, :client, :until)")
                .param("digest", Sha256.hex(token))
                .param("client", client)
                .param("until", Instants.parameter(clock.instant().plus(settings.token())))
                .update();
        jdbc.sql(
                        "delete from api_token where digest in (select digest from api_token"
                                + " where client = :client order by until desc offset :most)")
                .param("client", client)
                .param("most", MOST)
                .update();
    }
}
