package io.mallhub.binding.internal;

import io.mallhub.binding.Rehearsal;
import io.mallhub.binding.Rehearsals;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.OperationTrials;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log a few messages at a time: replies are long. */
@Component
@Transactional(readOnly = true)
class LoggedRehearsals implements Rehearsals {
    private static final int FEW = 20;

    private final JdbcClient jdbc;
    private final OperationTrials trials;
    private final StoredSettings settings;
    private final PersonalViews views;

    LoggedRehearsals(
            JdbcClient jdbc, OperationTrials trials, StoredSettings settings, PersonalViews views) {
        this.views = views;
        this.jdbc = jdbc;
        this.trials = trials;
        this.settings = settings;
    }

    @Override
    public Rehearsal rehearse(String connection, String candidate, int messages) {
        String present = settings.row(connection).definition();
        PersonalViews.View view = views.open();
        ReadingComparison comparison =
                new ReadingComparison(words -> view.record(connection, words));
        int left = Math.clamp(messages, 1, MOST_MESSAGES);
        long before = Long.MAX_VALUE;
        try {
            while (left > 0) {
                List<Logged> some = some(connection, before, Math.min(left, FEW));
                some.forEach(it -> compare(it, present, candidate, comparison));
                left -= some.size();
                if (some.size() < FEW) {
                    break;
                }
                before = some.getLast().id();
            }
        } catch (DefinitionInvalid e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return comparison.rehearsal(present, candidate);
    }

    private void compare(
            Logged logged, String present, String candidate, ReadingComparison comparison) {
        if (isCut(logged.exchange())) {
            comparison.cut();
            return;
        }
        comparison.add(
                logged.id(),
                logged.exchange(),
                trials.reread(present, logged.exchange()),
                trials.reread(candidate, logged.exchange()));
    }

    /** As {@link Exchange} says of bodies that are too long to be kept. */
    private static boolean isCut(Exchange exchange) {
        return exchange.response().endsWith(" characters in all)");
    }

    /** Replies only; a login's are no records. */
    private List<Logged> some(String connection, long before, int most) {
        return jdbc.sql(
                        "select * from message_log where connection = :connection and id < :before"
                                + " and status > 0 and operation <> 'login'"
                                + " order by id desc limit :most")
                .param("connection", connection)
                .param("before", before)
                .param("most", most)
                .query(
                        (row, index) ->
                                new Logged(row.getLong("id"), StoredMessageLog.read(row, index)))
                .list();
    }

    private record Logged(long id, Exchange exchange) {}
}
