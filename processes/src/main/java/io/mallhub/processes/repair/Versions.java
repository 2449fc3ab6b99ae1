package io.mallhub.processes.repair;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deployed versions, each read once: a version never changes. */
@Component
class Versions {
    private final JdbcClient jdbc;
    private final Map<Long, Version> known = new ConcurrentHashMap<>();

    Versions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws IllegalArgumentException if it isn't deployed, as far as is exported
     */
    Version of(long definition) {
        return known.computeIfAbsent(definition, this::read);
    }

    private Version read(long definition) {
        return jdbc.sql("SELECT process_id, bpmn_xml FROM engine.process_definition WHERE key = ?")
                .param(definition)
                .query((row, n) -> Version.read(row.getString(1), row.getString(2)))
                .optional()
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no version " + definition));
    }
}
