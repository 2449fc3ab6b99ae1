package io.mallhub.binding.internal;

import io.mallhub.binding.Quarantine.Item;
import io.mallhub.binding.Quarantine.Owner;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Actor.Kind;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

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
                        Instants.sure(row, "last_seen"),
                        owner(row));
        return new QuarantineRow(item, row.getBoolean("readable"));
    }

    private static @Nullable Owner owner(ResultSet row) throws SQLException {
        String login = row.getString("owner");
        return login == null
                ? null
                : new Owner(login, row.getString("owner_name"), Instants.sure(row, "owned_since"));
    }

    /** Why somebody may not decide, for whoever reads a log. */
    String taken() {
        Owner owner = item.owner();
        return item.state().equals("OPEN") && owner != null
                ? "is taken by " + owner.login()
                : "is " + item.state();
    }

    /** Whether he may decide: it is open and not somebody else's. */
    boolean isFor(Actor by) {
        Owner owner = item.owner();
        return item.state().equals("OPEN")
                && (owner == null || owner.login().equals(by.id()) || by.kind() != Kind.STAFF);
    }
}
