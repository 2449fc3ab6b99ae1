package io.mallhub.openness.internal;

import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.Openness.DoorsVersion;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of how open the mall was when. */
@Component
class DoorsTable {
    private final JdbcClient jdbc;

    DoorsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes one after the other; who reads is not kept waiting. */
    void lock() {
        jdbc.sql("LOCK TABLE mall_doors IN SHARE ROW EXCLUSIVE MODE").update();
    }

    Optional<Doors> newest() {
        return jdbc.sql("SELECT * FROM mall_doors ORDER BY id DESC LIMIT 1")
                .query((row, number) -> doors(row))
                .optional();
    }

    Doors add(ChangeDoors command, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO mall_doors (guests, registration, reason, by_id, by_name, at)
                        VALUES (:guests, :registration, :reason, :byId, :byName, :now) RETURNING *
                        """)
                .param("guests", command.doors().guests().name())
                .param("registration", command.doors().registration().name())
                .param("reason", command.reason())
                .param("byId", command.by().id())
                .param("byName", command.by().name())
                .param("now", Instants.parameter(now))
                .query((row, number) -> doors(row))
                .single();
    }

    Page<DoorsVersion> history(PageRequest page) {
        long total = jdbc.sql("SELECT count(*) FROM mall_doors").query(Long.class).single();
        List<DoorsVersion> versions =
                jdbc.sql("SELECT * FROM mall_doors ORDER BY id DESC LIMIT ? OFFSET ?")
                        .params(page.size(), page.offset())
                        .query(
                                (row, number) ->
                                        new DoorsVersion(
                                                doors(row),
                                                row.getString("reason"),
                                                row.getString("by_name"),
                                                Instants.sure(row, "at")))
                        .list();
        return new Page<>(versions, page.number(), page.size(), total);
    }

    private static Doors doors(ResultSet row) throws SQLException {
        return new Doors(
                row.getLong("id"),
                GuestAccess.valueOf(row.getString("guests")),
                RegistrationAccess.valueOf(row.getString("registration")));
    }
}
