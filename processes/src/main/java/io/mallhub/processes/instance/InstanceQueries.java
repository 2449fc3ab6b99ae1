package io.mallhub.processes.instance;

import io.mallhub.processes.Instances.ExporterLag;
import io.mallhub.processes.Instances.InstanceQuery;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.sql.Conditions;
import io.mallhub.processes.sql.Sorting;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of instances, from what the exporter wrote. */
@Component
class InstanceQueries {
    private static final String FROM = " FROM engine.process_instance i";

    /** Tokens: active elements that hold no other active one; the process itself isn't one. */
    private static final String COLUMNS =
            """
            SELECT i.key, i.process_id, i.version, i.state, i.business_number, i.started_at,
                i.ended_at, i.definition_key,
                (SELECT count(*) FROM engine.incident n
                    WHERE n.process_instance_key = i.key AND n.state = 'OPEN') AS incidents,
                ARRAY(SELECT DISTINCT e.element_id FROM engine.element_instance e
                    WHERE e.process_instance_key = i.key AND e.state = 'ACTIVE'
                        AND e.element_type NOT IN ('PROCESS', 'SUB_PROCESS', 'EVENT_SUB_PROCESS')
                    ORDER BY e.element_id) AS tokens
            """;

    private static final String NEWEST = "i.started_at DESC, i.key DESC";
    private static final Sorting SORTING =
            new Sorting(
                    NEWEST,
                    Map.of(
                            "started",
                            "i.started_at",
                            "ended",
                            "i.ended_at",
                            "number",
                            "i.business_number"));

    private final JdbcClient jdbc;

    InstanceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<InstanceRow> page(InstanceQuery query, PageRequest page) {
        Conditions where =
                new Conditions()
                        .and("i.process_id = :process", "process", query.process())
                        .and(
                                "i.state = :state",
                                "state",
                                query.state() == null ? null : query.state().name())
                        .matching(query.text());
        if (query.incidentsOnly()) {
            where.and(
                    "EXISTS (SELECT FROM engine.incident n WHERE n.process_instance_key = i.key AND"
                            + " n.state = 'OPEN')");
        }
        List<InstanceRow> items =
                jdbc.sql(
                                COLUMNS
                                        + FROM
                                        + where.where()
                                        + SORTING.orderBy(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(where.parameters())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, n) -> row(row))
                        .list();
        long total =
                jdbc.sql("SELECT count(*)" + FROM + where.where())
                        .params(where.parameters())
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    List<InstanceRow> about(String businessNumber) {
        return jdbc.sql(COLUMNS + FROM + " WHERE i.business_number = ? ORDER BY " + NEWEST)
                .param(businessNumber)
                .query((row, n) -> row(row))
                .list();
    }

    Optional<InstanceRow> row(long key) {
        return jdbc.sql(COLUMNS + FROM + " WHERE i.key = ?")
                .param(key)
                .query((row, n) -> row(row))
                .optional();
    }

    long definitionOf(long key) {
        return jdbc.sql("SELECT definition_key FROM engine.process_instance WHERE key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    Optional<String> bpmnXml(long definitionKey) {
        return jdbc.sql("SELECT bpmn_xml FROM engine.process_definition WHERE key = ?")
                .param(definitionKey)
                .query(String.class)
                .optional();
    }

    List<ExporterLag> lag() {
        return jdbc.sql(
                        """
                        SELECT partition_id, position, exported_at
                        FROM engine.exporter_position ORDER BY partition_id
                        """)
                .query(
                        (row, n) ->
                                new ExporterLag(
                                        row.getInt(1),
                                        row.getLong(2),
                                        row.getTimestamp(3).toInstant()))
                .list();
    }

    private static InstanceRow row(ResultSet row) throws SQLException {
        String number = row.getString("business_number");
        Timestamp ended = row.getTimestamp("ended_at");
        return new InstanceRow(
                row.getLong("key"),
                row.getString("process_id"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                number == null ? "" : number,
                List.of((String[]) row.getArray("tokens").getArray()),
                row.getInt("incidents"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
