package io.mallhub.binding.internal;

import io.mallhub.binding.MessageLog;
import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Instants;
import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class StoredMessageLog implements MessageLog {
    /** The thread of one order is never longer; a flood of retries is cut at its end. */
    private static final int MOST_ABOUT_ONE = 500;

    private static final String MATCHING =
            """
            from message_log
             where (:connection::text is null or connection = :connection)
               and (not :faultsOnly or fault is not null)
               and (:text::text is null or reference like :prefix or operation like :prefix
                    or request ilike :inside or response ilike :inside or fault ilike :inside)
            """;

    private static final String HEAD =
            "connection, operation, reference, url, '' as request, '' as response, status, at,"
                    + " took_ms, fault";

    private final JdbcClient jdbc;

    StoredMessageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Exchange> about(String reference) {
        return jdbc.sql(
                        "select * from message_log where reference = :reference and reference <> ''"
                                + " order by at, id limit "
                                + MOST_ABOUT_ONE)
                .param("reference", reference)
                .query(StoredMessageLog::read)
                .list();
    }

    @Override
    public Optional<Exchange> message(long id) {
        return jdbc.sql("select * from message_log where id = :id")
                .param("id", id)
                .query(StoredMessageLog::read)
                .optional();
    }

    @Override
    public Page<Exchange> page(
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            PageRequest page) {
        return page("*", connection, text, faultsOnly, page);
    }

    @Override
    public Page<Exchange> heads(
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            PageRequest page) {
        return page(HEAD, connection, text, faultsOnly, page);
    }

    /** Newest first; counts up to 10,000, so that a search never walks the whole log twice. */
    private Page<Exchange> page(
            String columns,
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            PageRequest page) {
        String wanted = text == null || text.isBlank() ? null : text.strip();
        String escaped = wanted == null ? "" : LikeText.escaped(wanted);
        JdbcClient.StatementSpec count =
                jdbc.sql("select count(*) from (select 1 " + MATCHING + " limit :most) found")
                        .param("most", Page.MOST_COUNTED + 1);
        JdbcClient.StatementSpec rows =
                jdbc.sql(
                                "select "
                                        + columns
                                        + " "
                                        + MATCHING
                                        + " order by id desc limit :size offset :offset")
                        .param("size", page.size())
                        .param("offset", page.offset());
        for (JdbcClient.StatementSpec query : List.of(count, rows)) {
            query.param("connection", connection, java.sql.Types.VARCHAR)
                    .param("faultsOnly", faultsOnly)
                    .param("text", wanted, java.sql.Types.VARCHAR)
                    .param("prefix", escaped + "%")
                    .param("inside", "%" + escaped + "%");
        }
        return Page.ofLong(
                rows.query(StoredMessageLog::read).list(), page, count.query(Long.class).single());
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
}
