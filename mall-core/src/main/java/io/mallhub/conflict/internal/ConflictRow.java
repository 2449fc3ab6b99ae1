package io.mallhub.conflict.internal;

import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.ConflictView.State;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.Side;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;

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
                Instants.sure(row, "found_at"),
                Instants.sure(row, "last_seen"),
                chosen == null ? null : Side.valueOf(chosen),
                row.getString("decided_by_name"),
                Instants.read(row, "decided_at"),
                row.getString("reason"));
    }
}
