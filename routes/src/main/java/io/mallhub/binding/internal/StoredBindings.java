package io.mallhub.binding.internal;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredBindings implements Bindings {
    private static final String UPSERT =
            """
            insert into binding as b
                (connection, entity, mall_id, erp_id, erp_hash, sent_hash, known, erp_version,
                 erp_changed_at, linked_at, synced_at)
            select :connection, :entity, mall_id, erp_id, erp_hash, sent_hash, known, erp_version,
                   erp_changed_at, :now, :now
              from unnest(:mallIds::text[], :erpIds::text[], :erpHashes::text[], :sentHashes::text[],
                          :known::text[], :versions::bigint[], :changes::timestamptz[])
                as record (mall_id, erp_id, erp_hash, sent_hash, known, erp_version, erp_changed_at)
            on conflict (connection, entity, mall_id) do update
               set erp_hash = coalesce(excluded.erp_hash, b.erp_hash),
                   sent_hash = coalesce(excluded.sent_hash, b.sent_hash),
                   known = coalesce(excluded.known, b.known),
                   erp_version = case when excluded.known is null then b.erp_version
                                      else excluded.erp_version end,
                   erp_changed_at = case when excluded.known is null then b.erp_changed_at
                                         else excluded.erp_changed_at end,
                   synced_at = excluded.synced_at
             where b.erp_id = excluded.erp_id
            """;

    private static final String COLUMNS =
            "mall_id, erp_id, erp_hash, sent_hash, known, erp_version, erp_changed_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredBindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Link> byErpIds(String connection, Entity entity, Collection<String> erpIds) {
        return find(connection, entity, "erp_id", erpIds, Link::erpId, "");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> mallIds(
            String connection, Entity entity, Collection<String> erpIds) {
        return wanted("mall_id, erp_id", connection, entity, "erp_id", erpIds, "")
                .query((row, index) -> Map.entry(row.getString("erp_id"), row.getString("mall_id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Not against the key: who marks a binding as changed may refer to it meanwhile. */
    @Override
    public Map<String, Link> lockByErpIds(
            String connection, Entity entity, Collection<String> erpIds) {
        return find(
                connection,
                entity,
                "erp_id",
                erpIds,
                Link::erpId,
                " order by b.mall_id for no key update of b");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Link> byMallIds(
            String connection, Entity entity, Collection<String> mallIds) {
        return find(connection, entity, "mall_id", mallIds, Link::mallId, "");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Link> everywhere(Entity entity, String mallId) {
        return jdbc
                .sql(
                        "select connection, "
                                + COLUMNS
                                + " from binding b where entity = :entity and mall_id = :id")
                .param("entity", entity.name())
                .param("id", mallId)
                .query((row, index) -> Map.entry(row.getString("connection"), link(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("mall_id"),
                row.getString("erp_id"),
                row.getString("erp_hash"),
                row.getString("sent_hash"),
                KnownColumns.read(row));
    }

    private Map<String, Link> find(
            String connection,
            Entity entity,
            String column,
            Collection<String> ids,
            Function<Link, String> key,
            String lock) {
        return wanted(COLUMNS, connection, entity, column, ids, lock)
                .query((row, index) -> link(row))
                .list()
                .stream()
                .collect(Collectors.toMap(key, Function.identity()));
    }

    private JdbcClient.StatementSpec wanted(
            String columns,
            String connection,
            Entity entity,
            String column,
            Collection<String> ids,
            String lock) {
        return jdbc.sql(
                        // A join, as "= any(:ids)" of a page is compared one by one wherever the
                        // planner thinks the table small.
                        "select "
                                + columns
                                + " from (select distinct unnest(:ids::text[])) wanted (id)"
                                + " join binding b on b."
                                + column
                                + " = wanted.id"
                                + " where b.connection = :connection and b.entity = :entity"
                                + lock)
                .param("connection", connection)
                .param("entity", entity.name())
                .param("ids", ids.toArray(String[]::new));
    }

    @Override
    public void link(String connection, Entity entity, Collection<Link> links) {
        List<Link> all = List.copyOf(links);
        int linked =
                jdbc.sql(UPSERT)
                        .param("connection", connection)
                        .param("entity", entity.name())
                        .param("now", Instants.parameter(clock.instant()))
                        .param("mallIds", Columns.of(all, Link::mallId))
                        .param("erpIds", Columns.of(all, Link::erpId))
                        .param("erpHashes", Columns.of(all, Link::erpHash))
                        .param("sentHashes", Columns.of(all, Link::sentHash))
                        .param("known", Columns.of(all, KnownColumns::fields))
                        .param("versions", Columns.of(all, KnownColumns::version))
                        .param("changes", Columns.of(all, KnownColumns::changedAt))
                        .update();
        if (linked != all.size()) {
            throw new IllegalStateException(
                    "Already linked to another " + entity + " of " + connection + ": " + all);
        }
    }

    @Override
    public void unlink(String connection, Entity entity, String mallId) {
        jdbc.sql(
                        "delete from binding where connection = :connection"
                                + " and entity = :entity and mall_id = :mallId")
                .param("connection", connection)
                .param("entity", entity.name())
                .param("mallId", mallId)
                .update();
    }
}
