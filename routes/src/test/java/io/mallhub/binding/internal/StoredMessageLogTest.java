package io.mallhub.binding.internal;

import static io.mallhub.shared.PageRequest.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.MessageKeeping;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.MessageLog.Message;
import io.mallhub.binding.MessageLog.Query;
import io.mallhub.connectors.Exchange;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
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
    private static final Actor CLERK = Actor.staff("m.lin", "Lin");
    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

    @Autowired private MessageLog log;
    @Autowired private MessageKeeping messages;
    @Autowired private TransactionTemplate undone;
    @Autowired private JdbcClient jdbc;

    @Test
    void theListBringsNoBodiesAndAMessageBringsItsOwn() {
        String connection = "log-" + UUID.randomUUID();
        write(connection, "first", null);
        write(connection, "second", "read timed out");

        Page<Message> found = log.page(Query.of(connection).containing("needle"), first(1));

        assertThat(found.total()).isEqualTo(2);
        Message second = found.items().getFirst();
        assertThat(second.exchange().operation()).isEqualTo("second");
        assertThat(second.exchange().request()).isEmpty();
        assertThat(log.message(second.id()).orElseThrow().request()).isEqualTo("<needle/>");
        assertThat(operations(new Query(connection, null, true, null, null)))
                .containsExactly("second");
    }

    @Test
    void aSpanOfTimeHoldsItsFirstMomentAndNotItsLast() {
        String connection = "log-" + UUID.randomUUID();
        Instant ten = Instant.parse("2026-11-20T10:00:00Z");
        for (int hour = 0; hour < 4; hour++) {
            messages.accept(
                    about(connection, "op" + hour, "<a/>", null, ten.plusSeconds(hour * 3600L)));
        }

        assertThat(
                        operations(
                                new Query(
                                        connection,
                                        null,
                                        false,
                                        ten.plusSeconds(3600),
                                        ten.plusSeconds(3 * 3600L))))
                .containsExactly("op2", "op1");
        assertThat(operations(new Query(connection, "op", false, null, ten.plusSeconds(1))))
                .containsExactly("op0");
    }

    @Test
    void personalDataIsMaskedAndOnlySeenByWhoSaysWhy() {
        String connection = "log-" + UUID.randomUUID();
        messages.accept(about(connection, "save", "<c><phone>0591-87654</phone></c>", null, AT));
        messages.accept(
                about(connection, "bad", "<c><phone>0591-11111</phone></c>", "0591-11111?", AT));
        List<Message> all = log.page(Query.of(connection), first(9)).items();
        long bad = all.get(0).id();
        long good = all.get(1).id();

        assertThat(log.message(good).orElseThrow().request())
                .isEqualTo("<c><phone>***</phone></c>");
        assertThat(all.get(0).exchange().fault()).isEqualTo("***?");
        assertThat(log.reveal(good, "the ERP asks", CLERK).orElseThrow().request())
                .contains("0591-87654");
        assertThat(log.reveal(Long.MAX_VALUE, "x", CLERK)).isEmpty();
        assertThat(log.message(bad).orElseThrow().request()).doesNotContain("0591");
        assertThat(
                        jdbc.sql(
                                        "select actor_id || ' ' || reason from audit_entry where action"
                                                + " = 'reveal-message' and subject = :connection")
                                .param("connection", connection)
                                .query(String.class)
                                .list())
                .containsExactly(CLERK.id() + " the ERP asks");
    }

    /** Else one could find out what is masked by asking for it letter by letter. */
    @Test
    void aSearchFindsWhatIsShownAndNotWhatIsMasked() {
        String connection = "log-" + UUID.randomUUID();
        messages.accept(
                about(connection, "save", "<c><phone>0591-87654</phone><k>K77</k></c>", null, AT));

        assertThat(operations(Query.of(connection).containing("k77"))).containsExactly("save");
        assertThat(operations(Query.of(connection).containing("0591"))).isEmpty();
        assertThat(log.page(Query.of(connection).containing("0591-8"), first(9)).total()).isZero();
        assertThat(operations(Query.of(connection).containing("%"))).isEmpty();
        assertThat(operations(Query.of(connection).containing("SO1"))).containsExactly("save");
    }

    @Test
    void aSpanOfTimeIsReadFromAnIndexNewestFirst() {
        String span = " where at >= timestamptz '2026-11-01' and at < timestamptz '2026-12-01'";
        String newest = " order by at desc, id desc limit 20";

        assertThat(plan("select id from message_log" + span + newest))
                .contains("message_log_time")
                .doesNotContain("Sort");
        assertThat(plan("select id from message_log" + span + " and connection = 'a'" + newest))
                .contains("message_log_connection_time")
                .doesNotContain("Sort");
        assertThat(plan("select id from message_log" + span + " and fault is not null" + newest))
                .contains("message_log_fault_time")
                .doesNotContain("Sort");
    }

    /** With few rows a database reads them all: that way is closed to it. */
    private String plan(String sql) {
        return undone.execute(
                status -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    jdbc.sql("set local enable_bitmapscan = off").update();
                    return String.join("\n", jdbc.sql("explain " + sql).query(String.class).list());
                });
    }

    private List<String> operations(Query query) {
        return log.page(query, first(50)).items().stream()
                .map(it -> it.exchange().operation())
                .toList();
    }

    private static Exchange about(
            String connection,
            String operation,
            String request,
            @Nullable String fault,
            Instant at) {
        return new Exchange(
                connection,
                operation,
                "SO1",
                "http://erp",
                request,
                "<ok/>",
                200,
                at,
                Duration.ofMillis(12),
                fault);
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

        assertThat(log.page(Query.of(connection), first(9)).items())
                .extracting(it -> log.message(it.id()).orElseThrow())
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
