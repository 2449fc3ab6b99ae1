package io.mallhub.distribution.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.distribution.LinkState;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.distribution.ShareLinks.MakeLink;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ShareLinkTable {
    private static final String COLUMNS =
            """
            SELECT l.*, (SELECT coalesce(sum(v.visits), 0) FROM share_visit_day v
                WHERE v.link_id = l.id) AS visits
            FROM share_link l
            """;

    private static final String OPEN =
            "l.revoked_at IS NULL AND l.first_day <= :today AND l.last_day >= :today";

    private final JdbcClient jdbc;

    ShareLinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(
            MakeLink command,
            String distributor,
            String code,
            @Nullable ProductView of,
            Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO share_link (code, distributor, product_id, product_code,
                            product_name, note, first_day, last_day, made_at)
                        VALUES (:code, :distributor, :product, :productCode, :productName, :note,
                            :first, :last, :now) RETURNING id
                        """)
                .param("code", code)
                .param("distributor", distributor)
                .param("product", of == null ? null : of.id().value())
                .param("productCode", of == null ? "" : of.code())
                .param("productName", of == null ? "" : of.name())
                .param("note", command.note())
                .param("first", command.firstDay())
                .param("last", command.lastDay())
                .param("now", Instants.parameter(now))
                .query(Long.class)
                .single();
    }

    /** Of two links made at once by one person the second is counted with the first. */
    long lockAndCountOpen(String distributor, LocalDate today) {
        jdbc.sql("SELECT login FROM distributor WHERE login = ? FOR UPDATE")
                .param(distributor)
                .query(String.class)
                .single();
        return jdbc.sql(
                        """
                        SELECT count(*) FROM share_link
                        WHERE distributor = ? AND revoked_at IS NULL AND last_day >= ?
                        """)
                .params(distributor, today)
                .query(Long.class)
                .single();
    }

    /** Those of one distributor, the coming ones too. */
    void revokeAll(String distributor, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE share_link SET revoked_at = :now, revoked_by = :byName,
                            revoke_reason = :reason
                        WHERE distributor = :distributor AND revoked_at IS NULL
                        """)
                .param("now", Instants.parameter(now))
                .param("byName", by.name())
                .param("reason", reason)
                .param("distributor", distributor)
                .update();
    }

    /** False when it is revoked already, or another's. */
    boolean revoke(long id, @Nullable String onlyOf, String reason, Actor by, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE share_link SET revoked_at = :now, revoked_by = :byName,
                                    revoke_reason = :reason
                                WHERE id = :id AND revoked_at IS NULL
                                    AND (:onlyOf::text IS NULL OR distributor = :onlyOf)
                                """)
                        .param("now", Instants.parameter(now))
                        .param("byName", by.name())
                        .param("reason", reason)
                        .param("id", id)
                        .param("onlyOf", onlyOf)
                        .update()
                == 1;
    }

    Optional<ShareLink> find(long id, LocalDate today) {
        return jdbc.sql(COLUMNS + "WHERE l.id = :id")
                .param("id", id)
                .query((row, number) -> link(row, today))
                .optional();
    }

    /** One that may be followed today. */
    Optional<ShareLink> open(String code, LocalDate today) {
        return jdbc.sql(COLUMNS + "WHERE l.code = :code AND " + OPEN)
                .param("code", code)
                .param("today", today)
                .query((row, number) -> link(row, today))
                .optional();
    }

    Page<ShareLink> page(LinkQuery query, PageRequest page, LocalDate today) {
        List<String> terms = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (query.state() != null) {
            terms.add(term(query.state()));
            parameters.put("today", today);
        }
        if (query.distributor() != null) {
            terms.add("l.distributor = :distributor");
            parameters.put("distributor", query.distributor().toLowerCase(Locale.ROOT));
        }
        if (query.text() != null) {
            terms.add(
                    "lower(l.distributor || ' ' || l.product_code || ' ' || l.product_name || ' '"
                            + " || l.note) LIKE :text");
            parameters.put("text", LikeText.anywhere(query.text()));
        }
        String where = "WHERE " + String.join(" AND ", terms);
        long total =
                jdbc.sql("SELECT count(*) FROM share_link l " + where)
                        .params(parameters)
                        .query(Long.class)
                        .single();
        List<ShareLink> items =
                jdbc.sql(COLUMNS + where + " ORDER BY l.id DESC LIMIT :size OFFSET :offset")
                        .params(parameters)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> link(row, today))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String term(LinkState state) {
        return switch (state) {
            case REVOKED -> "l.revoked_at IS NOT NULL";
            case LIVE -> OPEN;
            case PLANNED -> "l.revoked_at IS NULL AND l.first_day > :today";
            case OVER -> "l.revoked_at IS NULL AND l.last_day < :today";
        };
    }

    private static ShareLink link(ResultSet row, LocalDate today) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        Instant revoked = Instants.read(row, "revoked_at");
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        return new ShareLink(
                row.getLong("id"),
                row.getString("code"),
                row.getString("distributor"),
                state(revoked, first, last, today),
                product == null ? null : new ProductId(product),
                row.getString("product_code"),
                row.getString("product_name"),
                row.getString("note"),
                first,
                last,
                row.getLong("visits"),
                Instants.sure(row, "made_at"),
                revoked,
                row.getString("revoked_by"),
                row.getString("revoke_reason"));
    }

    private static LinkState state(
            @Nullable Instant revoked, LocalDate first, LocalDate last, LocalDate today) {
        if (revoked != null) {
            return LinkState.REVOKED;
        }
        if (first.isAfter(today)) {
            return LinkState.PLANNED;
        }
        return last.isBefore(today) ? LinkState.OVER : LinkState.LIVE;
    }
}
