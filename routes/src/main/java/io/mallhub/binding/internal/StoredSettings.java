package io.mallhub.binding.internal;

import io.mallhub.connectors.ConnectionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings of a connection with its secrets opened, for who is about to call. */
@Component
class StoredSettings {
    private final JdbcClient jdbc;
    private final SecretBox box;

    StoredSettings(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    /**
     * @throws IllegalArgumentException when there is no such connection
     */
    ConnectionRow row(String connection) {
        return jdbc.sql("select * from erp_connection where name = :name")
                .param("name", connection)
                .query(ConnectionRow::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No connection " + connection));
    }

    ConnectionSettings settings(ConnectionRow row) {
        return settings(row, row.definition());
    }

    /**
     * @param definition another one than the connection's own
     */
    ConnectionSettings settings(ConnectionRow row, String definition) {
        return new ConnectionSettings(
                row.name(),
                definition,
                row.endpoint(),
                box.open(row.name(), row.secrets()),
                row.allowedHosts(),
                row.timeout());
    }
}
