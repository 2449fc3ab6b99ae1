package io.mallhub.binding.internal;

import io.mallhub.connectors.ConnectionSettings;
import org.springframework.stereotype.Component;

/** Settings of a connection with its secrets opened, for who is about to call. */
@Component
class StoredSettings {
    private final ConnectionDesk desk;
    private final SecretBox box;

    StoredSettings(ConnectionDesk desk, SecretBox box) {
        this.desk = desk;
        this.box = box;
    }

    /**
     * @throws IllegalArgumentException when there is no such connection
     */
    ConnectionRow row(String connection) {
        return desk.row(connection)
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
