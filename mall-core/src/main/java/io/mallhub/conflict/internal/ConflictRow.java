package io.mallhub.conflict.internal;

import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.ConflictView.State;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row as callers see it. */
final class ConflictRow {
    private ConflictRow() {}

    static ConflictView read(ResultSet row, int number) throws SQLException {
        String chosen = row.getString("chosen");
        return new ConflictView(
                row.getString("number"),
                row.getString("connection"),
                Field.valueOf(row.getString("field")),
                row.getString("subject"),
                row.getString("title"),
                row.getString("mall_value"),
                row.getString("erp_value"),
                State.valueOf(row.getString("state")),
                row.getInt("seen"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                chosen == null ? null : Side.valueOf(chosen),
                row.getString("decided_by_name"),
                instant(row, "decided_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
