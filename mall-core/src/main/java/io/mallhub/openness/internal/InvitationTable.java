package io.mallhub.openness.internal;

import io.mallhub.openness.InvitationState;
import io.mallhub.openness.InvitationView;
import io.mallhub.openness.Invitations.InvitationQuery;
import io.mallhub.openness.Invitations.MakeInvitation;
import io.mallhub.openness.Invitations.Registrant;
import io.mallhub.openness.InviteeKind;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InvitationTable {
    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    InvitationView add(
            MakeInvitation command, String key, String digest, Instant now, LocalDate today) {
        return jdbc.sql(
                        """
                        INSERT INTO invitation (code_digest, kind, invitee, invitee_key, salesperson,
                            last_day, reason, by_id, by_name, made_at)
                        VALUES (:digest, :kind, :invitee, :key, :salesperson, :lastDay, :reason,
                            :byId, :byName, :now)
                        RETURNING *
                        """)
                .param("digest", digest)
                .param("kind", command.kind().name())
                .param("invitee", command.invitee())
                .param("key", key)
                .param("salesperson", command.salesperson())
                .param("lastDay", command.lastDay())
                .param("reason", command.reason())
                .param("byId", command.by().id())
                .param("byName", command.by().name())
                .param("now", Instants.parameter(now))
                .query((row, number) -> view(row, today))
                .single();
    }

    /** Empty when it is no longer open to be revoked, or another's. */
    Optional<InvitationView> revoke(
            long id,
            @Nullable String onlyOf,
            String reason,
            Actor by,
            Instant now,
            LocalDate today) {
        return jdbc.sql(
                        """
                        UPDATE invitation SET revoked_at = :now, revoked_by = :byName,
                            revoke_reason = :reason
                        WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL
                            AND (:onlyOf::text IS NULL OR by_id = :onlyOf)
                        RETURNING *
                        """)
                .param("now", Instants.parameter(now))
                .param("byName", by.name())
                .param("reason", reason)
                .param("id", id)
                .param("onlyOf", onlyOf)
                .query((row, number) -> view(row, today))
                .optional();
    }

    Optional<InvitationView> byDigest(String digest, LocalDate today) {
        return jdbc.sql("SELECT * FROM invitation WHERE code_digest = ?")
                .param(digest)
                .query((row, number) -> view(row, today))
                .optional();
    }

    /** Of two who bring the same code the second waits, and finds it used. */
    Optional<InvitationView> lockByDigest(String digest, LocalDate today) {
        return jdbc.sql("SELECT * FROM invitation WHERE code_digest = ? FOR UPDATE")
                .param(digest)
                .query((row, number) -> view(row, today))
                .optional();
    }

    InvitationView use(long id, Registrant by, Instant now, LocalDate today) {
        return jdbc.sql(
                        """
                        UPDATE invitation SET used_at = :now, used_login = :login,
                            used_company = :company
                        WHERE id = :id RETURNING *
                        """)
                .param("now", Instants.parameter(now))
                .param("login", by.login())
                .param("company", by.companyName())
                .param("id", id)
                .query((row, number) -> view(row, today))
                .single();
    }

    Page<InvitationView> page(InvitationQuery query, PageRequest page, LocalDate today) {
        List<String> terms = new ArrayList<>(List.of("true"));
        Map<String, Object> params = new HashMap<>();
        if (query.state() != null) {
            terms.add(term(query.state()));
            params.put("today", today);
        }
        if (query.madeBy() != null) {
            terms.add("by_id = :madeBy");
            params.put("madeBy", query.madeBy());
        }
        if (query.text() != null) {
            terms.add("lower(invitee) LIKE :text");
            params.put("text", LikeText.anywhere(query.text()));
        }
        String from = " FROM invitation WHERE " + String.join(" AND ", terms);
        long total = jdbc.sql("SELECT count(*)" + from).params(params).query(Long.class).single();
        List<InvitationView> items =
                jdbc.sql("SELECT *" + from + " ORDER BY id DESC LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> view(row, today))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String term(InvitationState state) {
        String unused = "used_at IS NULL AND revoked_at IS NULL AND last_day ";
        return switch (state) {
            case USED -> "used_at IS NOT NULL";
            case REVOKED -> "revoked_at IS NOT NULL";
            case OPEN -> unused + ">= :today";
            case EXPIRED -> unused + "< :today";
        };
    }

    private static InvitationView view(ResultSet row, LocalDate today) throws SQLException {
        Instant used = Instants.read(row, "used_at");
        Instant revoked = Instants.read(row, "revoked_at");
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return new InvitationView(
                row.getLong("id"),
                state(used, revoked, lastDay, today),
                InviteeKind.valueOf(row.getString("kind")),
                row.getString("invitee"),
                row.getString("salesperson"),
                lastDay,
                row.getString("reason"),
                row.getString("by_name"),
                Instants.sure(row, "made_at"),
                used,
                row.getString("used_login"),
                row.getString("used_company"),
                revoked,
                row.getString("revoked_by"),
                row.getString("revoke_reason"));
    }

    private static InvitationState state(
            @Nullable Instant used, @Nullable Instant revoked, LocalDate lastDay, LocalDate today) {
        if (used != null) {
            return InvitationState.USED;
        }
        if (revoked != null) {
            return InvitationState.REVOKED;
        }
        return lastDay.isBefore(today) ? InvitationState.EXPIRED : InvitationState.OPEN;
    }
}
