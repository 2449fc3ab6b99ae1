package io.mallhub.distribution.internal;

import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.shared.Instants;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RuleRevisions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often links were opened, and through which ones buyers came. */
@Component
class ClickTable {
    private final JdbcClient jdbc;
    private final KeptRules<Boolean> isOn;

    ClickTable(JdbcClient jdbc, TermsTable terms, RuleRevisions revisions) {
        this.jdbc = jdbc;
        this.isOn =
                new KeptRules<>(
                        revisions,
                        RuleRevisions.Kind.SHARING,
                        () -> terms.newest().filter(Terms::enabled).isPresent());
    }

    void count(long link, LocalDate day) {
        jdbc.sql(
                        """
                        INSERT INTO share_visit_day (link_id, day, visits) VALUES (?, ?, 1)
                        ON CONFLICT (link_id, day) DO UPDATE
                        SET visits = share_visit_day.visits + 1
                        """)
                .params(link, day)
                .update();
    }

    Optional<Instant> last(String login, long link) {
        return jdbc.sql("SELECT clicked_at FROM share_click WHERE login = ? AND link_id = ?")
                .params(login, link)
                .query((row, number) -> Instants.sure(row, 1))
                .optional();
    }

    /** Nobody comes through a link of his own, and an older click is known already. */
    void keep(String login, Clicks.Click click) {
        jdbc.sql(
                        """
                        INSERT INTO share_click (login, link_id, clicked_at)
                        SELECT :login, id, :at FROM share_link
                        WHERE code = :code AND distributor <> :login
                        ON CONFLICT (login, link_id) DO UPDATE
                        SET clicked_at = greatest(share_click.clicked_at, excluded.clicked_at)
                        """)
                .param("login", login)
                .param("at", Instants.parameter(click.at()))
                .param("code", click.code())
                .update();
    }

    void forget(String login, Instant before) {
        jdbc.sql("DELETE FROM share_click WHERE login = ? AND clicked_at < ?")
                .params(login, Instants.parameter(before))
                .update();
    }

    /**
     * What may count for an order of the buyer, if distribution is on: one small question for each
     * order, none where sharing is known to be off.
     */
    List<Candidate> candidates(String login) {
        return isOn.surely(on -> !on) ? List.of() : read(login);
    }

    private List<Candidate> read(String login) {
        return jdbc.sql(
                        """
                        SELECT l.id, l.code, l.product_id, l.distributor, p.login AS above,
                            c.clicked_at, t.window_days
                        FROM (SELECT enabled, window_days FROM distribution_terms
                            ORDER BY id DESC LIMIT 1) t
                        JOIN share_click c ON c.login = :login AND t.enabled
                        JOIN share_link l ON l.id = c.link_id AND l.revoked_at IS NULL
                            AND l.distributor <> c.login
                        JOIN distributor d ON d.login = l.distributor AND d.ended_at IS NULL
                        LEFT JOIN distributor p ON p.login = d.parent AND p.ended_at IS NULL
                        """)
                .param("login", login)
                .query(
                        (row, number) -> {
                            UUID product = row.getObject("product_id", UUID.class);
                            return new Candidate(
                                    row.getLong("id"),
                                    row.getString("code"),
                                    product == null ? null : new ProductId(product),
                                    row.getString("distributor"),
                                    row.getString("above"),
                                    Instants.sure(row, "clicked_at"),
                                    Duration.ofDays(row.getInt("window_days")));
                        })
                .list();
    }
}
