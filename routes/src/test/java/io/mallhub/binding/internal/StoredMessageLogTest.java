package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.MessageKeeping;
import io.mallhub.binding.MessageLog;
import io.mallhub.connectors.Exchange;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoutesTest
class StoredMessageLogTest {
    @Autowired private MessageLog log;
    @Autowired private MessageKeeping messages;
    @Autowired private TransactionTemplate undone;
    @Autowired private JdbcClient jdbc;

    @Test
    void headsAreFoundAsWholeMessagesAreAndBringNoBodies() {
        String connection = "log-" + UUID.randomUUID();
        write(connection, "first", null);
        write(connection, "second", "read timed out");

        Page<Exchange> whole = log.page(connection, "needle", false, PageRequest.first(1));
        Page<Exchange> heads = log.heads(connection, "needle", false, PageRequest.first(1));

        assertThat(whole.items()).extracting(Exchange::request).containsExactly("<needle/>");
        assertThat(heads.items())
                .containsExactlyElementsOf(
                        whole.items().stream().map(StoredMessageLogTest::head).toList());
        assertThat(heads.total()).isEqualTo(2);
        assertThat(log.heads(connection, null, true, PageRequest.first(9)).items())
                .extracting(Exchange::operation)
                .containsExactly("second");
    }

    @Test
    void linesKeptTogetherStayInTheirOrderEvenIfTheWorkAroundThemIsUndone() {
        String connection = "log-" + UUID.randomUUID();

        undone.executeWithoutResult(
                status -> {
                    messages.keep(List.of(line(connection, "SO1"), line(connection, "SO2")));
                    messages.accept(line(connection, ""));
                    status.setRollbackOnly();
                });

        assertThat(log.page(connection, null, false, PageRequest.first(9)).items())
                .containsExactly(
                        line(connection, ""), line(connection, "SO2"), line(connection, "SO1"));
    }

    private static Exchange line(String connection, String reference) {
        return new Exchange(
                connection,
                "called: stock",
                reference,
                "mh-1",
                "<needle/>",
                "<ok/>",
                200,
                Instant.parse("2026-11-30T09:00:00Z"),
                Duration.ofMillis(12),
                null);
    }

    private static Exchange head(Exchange it) {
        return new Exchange(
                it.connection(),
                it.operation(),
                it.reference(),
                it.url(),
                "",
                "",
                it.status(),
                it.at(),
                it.took(),
                it.fault());
    }

    private void write(String connection, String operation, @Nullable String fault) {
        jdbc.sql(
                        """
                        insert into message_log
                          (connection, operation, reference, url, request, response, status, at, took_ms, fault)
                        values (:connection, :operation, 'SO1', 'http://erp', '<needle/>', '<ok/>', 200, now(), 12, :fault)
                        """)
                .param("connection", connection)
                .param("operation", operation)
                .param("fault", fault, java.sql.Types.VARCHAR)
                .update();
    }
}
