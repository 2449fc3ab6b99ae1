package io.mallhub.returns.internal;

import io.mallhub.order.TimelineEntry;
import io.mallhub.returns.ReturnView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to returns, and who did what: the latter is the proof of four eyes. */
@Component
class ReturnHistory {
    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(ReturnRequest about, String what, Actor by, String detail) {
        jdbc.sql(
                        """
                        INSERT INTO return_timeline (number, at, what, by_name, detail)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(about.number(), now(), what, by.name(), detail)
                .update();
    }

    void keep(ReturnRequest about, ReturnView.Kind kind, boolean agreed, String reason, Actor by) {
        jdbc.sql(
                        """
                        INSERT INTO return_act
                            (return_id, kind, agreed, by_kind, by_id, by_name, at, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        about.id(),
                        kind.name(),
                        agreed,
                        by.kind().name(),
                        by.id(),
                        by.name(),
                        now(),
                        reason)
                .update();
    }

    List<ReturnView.Act> acts(ReturnRequest about) {
        return jdbc.sql("SELECT * FROM return_act WHERE return_id = ? ORDER BY id")
                .param(about.id())
                .query(ReturnHistory::act)
                .list();
    }

    List<TimelineEntry> timeline(String number) {
        return jdbc.sql("SELECT * FROM return_timeline WHERE number = ? ORDER BY id")
                .param(number)
                .query(
                        (row, place) ->
                                new TimelineEntry(
                                        Instants.sure(row, "at"),
                                        row.getString("what"),
                                        row.getString("by_name"),
                                        row.getString("detail")))
                .list();
    }

    private OffsetDateTime now() {
        return Instants.parameter(clock.instant());
    }

    private static ReturnView.Act act(ResultSet row, int place) throws SQLException {
        return new ReturnView.Act(
                ReturnView.Kind.valueOf(row.getString("kind")),
                row.getBoolean("agreed"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("by_kind")),
                        row.getString("by_id"),
                        row.getString("by_name")),
                Instants.sure(row, "at"),
                row.getString("reason"));
    }
}
