package io.mallhub.binding.internal;

import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.Secrets;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credentials of ERPs. Without them a connection stands still until they are typed in. */
@Component
class ConnectionSecrets implements SealedColumn {
    private static final String WHY =
            "The credentials were lost with their key: type them in again, then resume";

    private final JdbcClient jdbc;

    ConnectionSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "erp_connection";
    }

    @Override
    public String key() {
        return "name";
    }

    @Override
    public String column() {
        return "secrets";
    }

    @Override
    public String owner(String key) {
        return key;
    }

    @Override
    public void giveUp(String key, Secrets secrets) {
        jdbc.sql(
                        "update erp_connection set secrets = :none, paused_reason = :why,"
                                + " version = version + 1 where name = :name")
                .param("none", secrets.lock(key, Map.of()))
                .param("why", WHY)
                .param("name", key)
                .update();
    }
}
