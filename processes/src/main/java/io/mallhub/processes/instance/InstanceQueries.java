package io.mallhub.processes.instance;

import io.mallhub.processes.Instances.ExporterLag;
import io.mallhub.processes.Instances.InstanceQuery;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.sql.Conditions;
import io.mallhub.processes.sql.InstanceColumns;
import io.mallhub.processes.sql.Sorting;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of instances, from what the exporter wrote. */
@Component
class InstanceQueries {
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
                                InstanceColumns.SELECT
                                        + InstanceColumns.FROM
                                        + where.where()
                                        + SORTING.orderBy(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(where.parameters())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, n) -> InstanceColumns.row(row))
                        .list();
        long total =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1"
                                        + InstanceColumns.FROM
                                        + where.where()
                                        + " LIMIT :most) AS counted")
                        .params(where.parameters())
                        .param("most", Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        return Page.ofLong(items, page, total);
    }

    List<InstanceRow> about(String businessNumber) {
        return jdbc.sql(
                        InstanceColumns.SELECT
                                + InstanceColumns.FROM
                                + " WHERE i.business_number = ? ORDER BY "
                                + NEWEST)
                .param(businessNumber)
                .query((row, n) -> InstanceColumns.row(row))
                .list();
    }

    Optional<InstanceRow> row(long key) {
        return jdbc.sql(InstanceColumns.SELECT + InstanceColumns.FROM + " WHERE i.key = ?")
                .param(key)
                .query((row, n) -> InstanceColumns.row(row))
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

    /** By the database's clock, which the exporter writes with too. */
    List<ExporterLag> lag() {
        return jdbc.sql(
                        """
                        SELECT partition_id, position, exported_at,
                            coalesce(alive_at, exported_at) < now() - :silence * interval '1 second' AS silent,
                            (extract(epoch FROM CASE
                                WHEN coalesce(alive_at, exported_at) < now() - :silence * interval '1 second'
                                    THEN now() - coalesce(alive_at, exported_at)
                                ELSE greatest(exported_at - coalesce(record_at, exported_at), interval '0')
                                END) * 1000)::bigint AS behind
                        FROM engine.exporter_position ORDER BY partition_id
                        """)
                .param("silence", ExporterLag.SILENCE_SECONDS)
                .query(
                        (row, n) ->
                                new ExporterLag(
                                        row.getInt("partition_id"),
                                        row.getLong("position"),
                                        Instants.sure(row, "exported_at"),
                                        Duration.ofMillis(row.getLong("behind")),
                                        row.getBoolean("silent")))
                .list();
    }
}
