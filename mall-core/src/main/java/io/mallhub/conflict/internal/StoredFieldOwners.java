package io.mallhub.conflict.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.shared.Actor;
import io.mallhub.shared.RetriedTransaction;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredFieldOwners implements FieldOwners {
    private final JdbcClient jdbc;
    private final AuditLog audit;

    StoredFieldOwners(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Field, FieldOwner> of(String connection) {
        Map<Field, FieldOwner> owners = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            owners.put(field, field.usualOwner());
        }
        jdbc.sql("SELECT field, owner FROM field_owner WHERE connection = ?")
                .param(connection)
                .query(
                        row -> {
                            owners.put(
                                    Field.valueOf(row.getString("field")),
                                    FieldOwner.valueOf(row.getString("owner")));
                        });
        return owners;
    }

    FieldOwner owner(String connection, Field field) {
        return Objects.requireNonNull(of(connection).get(field));
    }

    @Override
    @RetriedTransaction
    public void change(String connection, Field field, FieldOwner owner, Actor by) {
        FieldOwner before = owner(connection, field);
        if (before == owner) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO field_owner (connection, field, owner) VALUES (?, ?, ?)
                        ON CONFLICT (connection, field) DO UPDATE SET owner = excluded.owner
                        """)
                .params(connection, field.name(), owner.name())
                .update();
        audit.record(
                new AuditEntry(
                        by,
                        "change-field-owner",
                        "connection",
                        connection,
                        "",
                        Map.of(
                                "field", field.name(),
                                "before", before.name(),
                                "after", owner.name())));
    }
}
