package io.mallhub.processes.alert;

import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.Instances;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong now. */
@Component
class AlertRules {
    private final IncidentDesk desk;
    private final Instances instances;
    private final LedgerWatch ledgers;
    private final JdbcClient jdbc;

    AlertRules(IncidentDesk desk, Instances instances, LedgerWatch ledgers, JdbcClient jdbc) {
        this.desk = desk;
        this.instances = instances;
        this.ledgers = ledgers;
        this.jdbc = jdbc;
    }

    List<Finding> now(AlertSettings settings) {
        return Stream.of(
                        incidents(),
                        lag(settings),
                        overdue(settings),
                        ledgers.now(settings.ledgers()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Finding> incidents() {
        return desk.groups().stream()
                .map(
                        group ->
                                new Finding(
                                        Finding.INCIDENT,
                                        group.key(),
                                        List.of(
                                                group.process(),
                                                group.element(),
                                                group.sample(),
                                                Long.toString(group.victims()))))
                .toList();
    }

    private List<Finding> lag(AlertSettings settings) {
        return instances.lag().stream()
                .filter(one -> one.behind().compareTo(settings.lag()) > 0)
                .map(
                        one ->
                                new Finding(
                                        Finding.LAG,
                                        Integer.toString(one.partition()),
                                        List.of(
                                                Integer.toString(one.partition()),
                                                Long.toString(one.behind().toSeconds()))))
                .toList();
    }

    private List<Finding> overdue(AlertSettings settings) {
        return jdbc.sql(
                        """
                        SELECT process_id || '/' || element_id AS step, count(*) AS tasks
                        FROM engine.user_task WHERE state = 'OPEN' AND due_at < now()
                        GROUP BY process_id, element_id HAVING count(*) > ?
                        """)
                .param(settings.overdue())
                .query(
                        (row, n) ->
                                new Finding(
                                        Finding.OVERDUE,
                                        row.getString("step"),
                                        List.of(row.getString("step"), row.getString("tasks"))))
                .list();
    }
}
