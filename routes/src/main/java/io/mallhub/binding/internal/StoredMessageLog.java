package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.MessageLog;
import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredMessageLog implements MessageLog {
    /** The thread of one order is never longer; a flood of retries is cut at its end. */
    private static final int MOST_ABOUT_ONE = 500;

    /** Bodies are long: a search holds this many at a time. */
    private static final int FEW = 20;

    /** A fault quotes what was told, so its bodies say what is to be masked in it. */
    private static final String HEAD =
            """
            select id, connection, operation, reference, url, status, at, took_ms, fault,
                   case when fault is null then '' else request end as request,
                   case when fault is null then '' else response end as response
              from message_log
            """;

    private static final String NEWEST = " order by at desc, id desc";

    private final JdbcClient jdbc;
    private final PersonalViews views;
    private final AuditLog audit;

    StoredMessageLog(JdbcClient jdbc, PersonalViews views, AuditLog audit) {
        this.jdbc = jdbc;
        this.views = views;
        this.audit = audit;
    }

    @Override
    public List<Message> about(String reference) {
        PersonalViews.View view = views.open();
        return jdbc.sql(
                        HEAD
                                + " where reference = :reference and reference <> ''"
                                + " order by at, id limit "
                                + MOST_ABOUT_ONE)
                .param("reference", reference)
                .query((row, index) -> head(row, view))
                .list();
    }

    @Override
    public Optional<Exchange> message(long id) {
        return kept(id).map(views.open()::masked);
    }

    private Optional<Exchange> kept(long id) {
        return jdbc.sql("select * from message_log where id = :id")
                .param("id", id)
                .query(StoredMessageLog::read)
                .optional();
    }

    /** What is shown is written first: without its line in the audit log nothing is shown. */
    @Override
    @Transactional
    public Optional<Exchange> reveal(long id, String reason, Actor by) {
        Optional<Exchange> kept = kept(id);
        kept.ifPresent(
                it ->
                        audit.record(
                                new AuditEntry(
                                        by,
                                        "reveal-message",
                                        "connection",
                                        it.connection(),
                                        reason,
                                        Map.of(
                                                "message",
                                                Long.toString(id),
                                                "operation",
                                                it.operation(),
                                                "reference",
                                                it.reference()))));
        return kept;
    }

    @Override
    public Page<Message> page(Query query, PageRequest page) {
        String text = query.text() == null ? "" : query.text().strip();
        return text.isEmpty() ? all(query, page) : holding(text, query, page);
    }

    /** Counts up to 10,000, so that a list never walks the whole log. */
    private Page<Message> all(Query query, PageRequest page) {
        String matching = matching(query);
        PersonalViews.View view = views.open();
        List<Message> rows =
                bound(HEAD + matching + NEWEST + " limit :size offset :offset", query)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, index) -> head(row, view))
                        .list();
        long total =
                bound(
                                "select count(*) from (select 1 from message_log"
                                        + matching
                                        + " limit :most) found",
                                query)
                        .param("most", Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        return Page.ofLong(rows, page, total);
    }

    /**
     * What the database finds in a body counts only if it is found in what is shown of it: else one
     * could learn by guessing what is masked.
     */
    private Page<Message> holding(String text, Query query, PageRequest page) {
        List<Candidate> candidates = candidates(text, query);
        PersonalViews.View view = views.open();
        Map<Long, Boolean> shown = new HashMap<>();
        List<Long> inside =
                candidates.stream().filter(it -> !it.byHead()).map(Candidate::id).toList();
        for (int from = 0; from < inside.size(); from += FEW) {
            byId(
                            "select * from message_log",
                            inside.subList(from, Math.min(from + FEW, inside.size())))
                    .query((row, index) -> shows(row, text, view))
                    .list()
                    .forEach(it -> shown.put(it.id(), it.byHead()));
        }
        List<Long> found =
                candidates.stream()
                        .filter(it -> it.byHead() || shown.getOrDefault(it.id(), false))
                        .map(Candidate::id)
                        .toList();
        List<Long> wanted = found.stream().skip(page.offset()).limit(page.size()).toList();
        List<Message> rows =
                wanted.isEmpty()
                        ? List.of()
                        : byId(HEAD, wanted).query((row, index) -> head(row, view)).list();
        return new Page<>(rows, page.number(), page.size(), found.size());
    }

    private List<Candidate> candidates(String text, Query query) {
        String escaped = LikeText.escaped(text);
        return bound(
                        """
                        select id, (reference like :prefix or operation like :prefix) as by_head
                          from message_log
                        """
                                + matching(query)
                                + " and (reference like :prefix or operation like :prefix"
                                + " or request ilike :inside or response ilike :inside"
                                + " or fault ilike :inside)"
                                + NEWEST
                                + " limit "
                                + MOST_SEARCHED,
                        query)
                .param("prefix", escaped + "%")
                .param("inside", "%" + escaped + "%")
                .query((row, index) -> new Candidate(row.getLong("id"), row.getBoolean("by_head")))
                .list();
    }

    private static Candidate shows(ResultSet row, String text, PersonalViews.View view)
            throws SQLException {
        Exchange masked = view.masked(read(row, 0));
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean shown =
                Stream.of(masked.request(), masked.response(), String.valueOf(masked.fault()))
                        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
        return new Candidate(row.getLong("id"), shown);
    }

    private JdbcClient.StatementSpec byId(String select, List<Long> ids) {
        return jdbc.sql(select + " where id = any(:ids)" + NEWEST)
                .param("ids", ids.toArray(Long[]::new));
    }

    /** Only what is asked for, so that each question finds its index. */
    private static String matching(Query query) {
        return " where true"
                + (query.connection() == null ? "" : " and connection = :connection")
                + (query.faultsOnly() ? " and fault is not null" : "")
                + (query.from() == null ? "" : " and at >= :from")
                + (query.until() == null ? "" : " and at < :until");
    }

    private JdbcClient.StatementSpec bound(String sql, Query query) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        if (query.connection() != null) {
            statement.param("connection", query.connection());
        }
        if (query.from() != null) {
            statement.param("from", Instants.parameter(query.from()));
        }
        if (query.until() != null) {
            statement.param("until", Instants.parameter(query.until()));
        }
        return statement;
    }

    private static Message head(ResultSet row, PersonalViews.View view) throws SQLException {
        Exchange masked = view.masked(read(row, 0));
        return new Message(
                row.getLong("id"),
                new Exchange(
                        masked.connection(),
                        masked.operation(),
                        masked.reference(),
                        masked.url(),
                        "",
                        "",
                        masked.status(),
                        masked.at(),
                        masked.took(),
                        masked.fault()));
    }

    static Exchange read(ResultSet row, int index) throws SQLException {
        return new Exchange(
                row.getString("connection"),
                row.getString("operation"),
                row.getString("reference"),
                row.getString("url"),
                row.getString("request"),
                row.getString("response"),
                row.getInt("status"),
                Instants.sure(row, "at"),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("fault"));
    }

    /**
     * @param byHead found without looking inside; of one looked into, whether it shows the text
     */
    private record Candidate(long id, boolean byHead) {}
}
