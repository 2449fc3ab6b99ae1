package io.mallhub.binding.internal;

import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.PersonalMasks;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people see of messages and records: personal data masked as each connection's definition
 * says.
 */
@Component
class PersonalViews {
    private final JdbcClient jdbc;
    private final PersonalMasks masks;

    PersonalViews(JdbcClient jdbc, PersonalMasks masks) {
        this.jdbc = jdbc;
        this.masks = masks;
    }

    /** For one reading: each definition is looked up once. */
    View open() {
        return new View();
    }

    /** Used by one thread. */
    final class View {
        private final Map<String, PersonalMasks.Mask> known = new HashMap<>();

        Exchange masked(Exchange kept) {
            return of(kept.connection()).masked(kept);
        }

        String record(String connection, String payload) {
            return of(connection).record(payload);
        }

        private PersonalMasks.Mask of(String connection) {
            return known.computeIfAbsent(
                    connection,
                    name ->
                            masks.of(
                                    jdbc.sql(
                                                    "select definition from erp_connection"
                                                            + " where name = :name")
                                            .param("name", name)
                                            .query(String.class)
                                            .optional()
                                            .orElse("")));
        }
    }
}
