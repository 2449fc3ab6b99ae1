package io.mallhub.binding.internal;

import io.mallhub.binding.Quarantine.Item;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;

record QuarantineRow(Item item, boolean readable) {
    static QuarantineRow read(ResultSet row, int index) throws SQLException {
        Item item =
                new Item(
                        row.getLong("id"),
                        row.getString("connection"),
                        row.getString("flow"),
                        row.getString("record_key"),
                        row.getString("reason"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getString("state"),
                        Instants.sure(row, "first_seen"),
                        Instants.sure(row, "last_seen"));
        return new QuarantineRow(item, row.getBoolean("readable"));
    }
}
