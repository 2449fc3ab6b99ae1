package io.mallhub.audit.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the log. */
@Component
class EntryTable {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String MATCHES =
            """
            where (:actor::text is null or actor_id = :actor)
              and (:subjectType::text is null or subject_type = :subjectType)
              and (:subject::text is null or subject = :subject)
              and (:action::text is null or action = :action)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    EntryTable(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** Holds the head until the transaction ends. */
    Head lockHead() {
        return jdbc.sql("select sequence, hash, signature from audit_head for update")
                .query(Head.class)
                .single();
    }

    Head head() {
        return jdbc.sql("select sequence, hash, signature from audit_head")
                .query(Head.class)
                .single();
    }

    void append(List<LinkedEntry> entries, Head head) {
        batches.batchUpdate(
                "insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)",
                entries.stream().map(EntryTable::columns).toList());
        jdbc.sql("update audit_head set sequence = ?, hash = ?, signature = ?")
                .params(head.sequence(), head.hash(), head.signature())
                .update();
    }

    private static Object[] columns(LinkedEntry linked) {
        RecordedEntry recorded = linked.recorded();
        AuditEntry entry = recorded.entry();
        return new Object[] {
            recorded.sequence(),
            Instants.parameter(recorded.at()),
            entry.by().kind().name(),
            entry.by().id(),
            entry.by().name(),
            entry.action(),
            entry.subjectType(),
            entry.subject(),
            entry.reason(),
            linked.details(),
            recorded.hash()
        };
    }

    /** The next entries in order, at most {@code limit}. */
    List<LinkedEntry> after(long sequence, int limit) {
        return jdbc.sql("select * from audit_entry where sequence > ? order by sequence limit ?")
                .params(sequence, limit)
                .query((row, number) -> linked(row))
                .list();
    }

    Page<RecordedEntry> page(AuditQuery query, PageRequest page) {
        List<RecordedEntry> items =
                matching("select * from audit_entry " + MATCHES, query, page)
                        .query((row, number) -> linked(row).recorded())
                        .list();
        long total =
                bound(jdbc.sql("select count(*) from audit_entry " + MATCHES), query)
                        .query(Long.class)
                        .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private JdbcClient.StatementSpec matching(String sql, AuditQuery query, PageRequest page) {
        return bound(jdbc.sql(sql + " order by sequence desc limit :size offset :offset"), query)
                .param("size", page.size())
                .param("offset", page.offset());
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, AuditQuery query) {
        return statement
                .param("actor", query.actor())
                .param("subjectType", query.subjectType())
                .param("subject", query.subject())
                .param("action", query.action());
    }

    String write(Map<String, String> details) {
        return json.writeValueAsString(new TreeMap<>(details));
    }

    private LinkedEntry linked(ResultSet row) throws SQLException {
        String details = row.getString("details");
        AuditEntry entry =
                new AuditEntry(
                        new Actor(
                                Actor.Kind.valueOf(row.getString("actor_kind")),
                                row.getString("actor_id"),
                                row.getString("actor_name")),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject"),
                        row.getString("reason"),
                        json.readValue(details, TEXTS));
        return new LinkedEntry(
                new RecordedEntry(
                        row.getLong("sequence"),
                        Instants.sure(row, "at"),
                        entry,
                        row.getString("hash")),
                details);
    }
}
