package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Definitions;
import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.DefinitionPacks;
import io.mallhub.connectors.ErpClients;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.ZippedPack;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredDefinitions implements Definitions {
    private final JdbcClient jdbc;
    private final ErpClients clients;
    private final DefinitionPacks packs;
    private final StoredSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    StoredDefinitions(
            JdbcClient jdbc,
            ErpClients clients,
            DefinitionPacks packs,
            StoredSettings settings,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.packs = packs;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<DefinitionSummary> shipped() {
        return clients.definitions();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DefinitionSummary> definition(String key) {
        return clients.definition(key);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Version> uploads(PageRequest page) {
        List<Version> rows =
                jdbc.sql(
                                """
                                select v.id, v.version, v.title, v.protocol, v.uploaded_by,
                                       v.uploaded_at, v.reason,
                                       array(select c.name from erp_connection c
                                              where c.definition = v.id || '@' || v.version
                                              order by c.name) as used_by
                                  from definition_version v
                                 order by v.uploaded_at desc, v.id, v.version
                                 limit :size offset :offset
                                """)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(StoredDefinitions::version)
                        .list();
        long all = jdbc.sql("select count(*) from definition_version").query(Long.class).single();
        return new Page<>(rows, page.number(), page.size(), all);
    }

    private static Version version(ResultSet row, int index) throws SQLException {
        return new Version(
                row.getString("id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("protocol"),
                row.getString("uploaded_by"),
                Instants.sure(row, "uploaded_at"),
                row.getString("reason"),
                List.of((String[]) row.getArray("used_by").getArray()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> download(String key) {
        return packs.pack(key).map(ZippedPack::write);
    }

    @Override
    public Upload upload(byte[] zip, String reason, Actor by) {
        return switch (ZippedPack.read(zip)) {
            case ZippedPack.Reading.Refused refused ->
                    new Upload.Unfit(refused.problem(), refused.where());
            case ZippedPack.Reading.Read read -> keep(read.pack(), reason, by);
        };
    }

    private Upload keep(DefinitionPack pack, String reason, Actor by) {
        DefinitionSummary summary;
        try {
            summary = packs.check(pack);
        } catch (DefinitionInvalid e) {
            return new Upload.Wrong(String.valueOf(e.getMessage()));
        }
        if (!DefinitionPack.isUpload(summary.id())) {
            return new Upload.Wrong(
                    pack.id()
                            + "/connector.yaml:1: the id is 1 to 40 small letters, digits and"
                            + " hyphens, the version a whole number from 0 on");
        }
        byte[] content = ZippedPack.write(pack);
        String hash = Sha256.hex(content);
        int version = Integer.parseInt(summary.id().substring(summary.id().indexOf('@') + 1));
        int kept =
                jdbc.sql(
                                """
                                insert into definition_version (id, version, title, protocol,
                                                                content, hash, uploaded_by,
                                                                uploaded_at, reason)
                                values (:id, :version, :title, :protocol, :content, :hash, :by,
                                        :at, :reason)
                                on conflict do nothing
                                """)
                        .param("id", pack.id())
                        .param("version", version)
                        .param("title", summary.title())
                        .param("protocol", summary.protocol())
                        .param("content", content)
                        .param("hash", hash)
                        .param("by", by.name())
                        .param("at", Instants.parameter(clock.instant()))
                        .param("reason", Columns.text(reason))
                        .update();
        if (kept == 0) {
            return isSame(pack.id(), version, hash)
                    ? new Upload.Kept(summary.id())
                    : new Upload.VersionTaken(summary.id());
        }
        audit.record(
                new AuditEntry(
                        by,
                        "upload-definition",
                        "definition",
                        summary.id(),
                        reason,
                        Map.of("sha256", hash)));
        return new Upload.Kept(summary.id());
    }

    private boolean isSame(String id, int version, String hash) {
        return jdbc.sql("select hash from definition_version where id = :id and version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .single()
                .equals(hash);
    }

    @Override
    public Use use(String connection, String key, String reason, Actor by) {
        ConnectionRow row = settings.row(connection);
        Optional<DefinitionSummary> wanted = clients.definition(key);
        if (wanted.isEmpty()) {
            return new Use.NoSuchDefinition();
        }
        List<String> missing = wanted.get().lacking(settings.settings(row).secrets());
        if (!missing.isEmpty()) {
            return new Use.SecretsMissing(missing);
        }
        if (row.definition().equals(key)) {
            return new Use.Taken();
        }
        jdbc.sql(
                        "update erp_connection set definition = :key, version = version + 1"
                                + " where name = :name")
                .param("key", key)
                .param("name", connection)
                .update();
        beginWalksAnew(connection);
        audit.record(
                new AuditEntry(
                        by,
                        "use-definition",
                        "connection",
                        connection,
                        reason,
                        Map.of("from", row.definition(), "to", key)));
        return new Use.Taken();
    }

    /**
     * The middle of a walk means nothing to another way of paging. Who is reading now is fenced
     * off, or it would save such a place.
     */
    private void beginWalksAnew(String connection) {
        jdbc.sql(
                        "update flow_state set lease_until = null, lease_token = lease_token + 1,"
                                + " cursor_key = case when cursor_key like '#walk:%' then ''"
                                + " else cursor_key end where connection = :connection")
                .param("connection", connection)
                .update();
    }
}
