package io.mallhub.processes.task;

import io.mallhub.identity.StaffView;
import io.mallhub.identity.StandIn;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskQuery;
import io.mallhub.processes.sql.Conditions;
import io.mallhub.processes.sql.Sorting;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads user tasks from what the exporter wrote. */
@Component
class TaskQueries {
    private static final String FROM =
            " FROM engine.user_task t JOIN engine.process_instance i ON i.key = t.process_instance_key";
    private static final String TASKS_ALONE = " FROM engine.user_task t";
    private static final String COLUMNS =
            """
            SELECT t.key, t.process_id, t.element_id, t.definition_key, t.assignee,
                t.candidate_groups, t.priority, t.created_at, t.due_at, t.state,
                t.process_instance_key, i.business_number, i.subject
            """;
    private static final Sorting SORTING =
            new Sorting(
                    "t.priority DESC, t.due_at, t.key",
                    Map.of(
                            "due", "t.due_at",
                            "priority", "t.priority",
                            "created", "t.created_at",
                            "number", "i.business_number"));

    private final JdbcClient jdbc;
    private final TaskNames names;

    TaskQueries(JdbcClient jdbc, TaskNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    Page<TaskView> page(TaskQuery query, PageRequest page) {
        Conditions where =
                new Conditions()
                        .and(
                                "t.candidate_groups && :groups::text[]",
                                "groups",
                                array(query.groups()))
                        .and("t.assignee = :assignee", "assignee", query.assignee())
                        .and("t.process_id = :process", "process", query.process())
                        .and("t.element_id = :element", "element", query.element())
                        .matching(query.text());
        where.and(query.openOnly() ? "t.state = 'OPEN'" : "t.state IS NOT NULL");
        if (query.unassignedOnly()) {
            where.and("t.assignee IS NULL");
        }
        List<TaskView> items =
                jdbc.sql(
                                COLUMNS
                                        + FROM
                                        + where.where()
                                        + SORTING.orderBy(page.sort())
                                        + " LIMIT :size OFFSET :offset")
                        .params(where.parameters())
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(this::view)
                        .list();
        long total =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1"
                                        + (query.text() == null ? TASKS_ALONE : FROM)
                                        + where.where()
                                        + " LIMIT :most) AS counted")
                        .params(where.parameters())
                        .param("most", Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        return Page.ofLong(items, page, total);
    }

    Optional<TaskView> task(long key) {
        return jdbc.sql(COLUMNS + FROM + " WHERE t.key = ? AND t.state IS NOT NULL")
                .param(key)
                .query(this::view)
                .optional();
    }

    List<TaskView> openFor(String businessNumber) {
        return jdbc.sql(
                        COLUMNS
                                + FROM
                                + " WHERE i.business_number = ? AND t.state = 'OPEN'"
                                + SORTING.orderBy(""))
                .param(businessNumber)
                .query(this::view)
                .list();
    }

    List<TaskView> openIn(long instance) {
        return jdbc.sql(
                        COLUMNS
                                + FROM
                                + " WHERE t.process_instance_key = ? AND t.state = 'OPEN'"
                                + SORTING.orderBy(""))
                .param(instance)
                .query(this::view)
                .list();
    }

    /** Open, due before {@code now}, and not yet as urgent as that; the oldest first. */
    List<TaskView> overdue(Instant now, int priority, int most) {
        return jdbc.sql(
                        COLUMNS
                                + FROM
                                + """
                                 WHERE t.state = 'OPEN' AND t.due_at < :now AND t.priority < :priority
                                ORDER BY t.due_at, t.priority DESC, t.key LIMIT :most
                                """)
                .param("now", Instants.parameter(now))
                .param("priority", priority)
                .param("most", most)
                .query(this::view)
                .list();
    }

    Map<String, Long> openCounts(StaffView person) {
        return jdbc
                .sql(
                        """
                        SELECT element_id, count(*) AS tasks FROM engine.user_task
                        WHERE state = 'OPEN' AND candidate_groups && :groups::text[]
                            AND (assignee IS NULL OR assignee IN (:logins))
                        GROUP BY element_id
                        """)
                .param("groups", array(person.groups()))
                .param("logins", logins(person))
                .query((row, n) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether one of these people has, or had, one of these tasks in the same instance. */
    boolean tookPart(long instance, Collection<String> elements, Collection<String> logins) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM engine.user_task
                            WHERE process_instance_key = :instance AND element_id IN (:elements)
                                AND assignee IN (:logins) AND state <> 'CANCELED')
                        """)
                .param("instance", instance)
                .param("elements", elements)
                .param("logins", logins)
                .query(Boolean.class)
                .single();
    }

    /** Whose tasks a person may have: his own, and those of the colleagues he stands in for. */
    private static List<String> logins(StaffView person) {
        return Stream.concat(
                        Stream.of(person.login()), person.standIns().stream().map(StandIn::login))
                .toList();
    }

    private TaskView view(ResultSet row, int number) throws SQLException {
        String element = row.getString("element_id");
        Array groups = row.getArray("candidate_groups");
        return new TaskView(
                row.getLong("key"),
                row.getString("process_id"),
                element,
                names.name(row.getLong("definition_key"), element),
                text(row.getString("business_number")),
                text(row.getString("subject")),
                row.getString("assignee"),
                List.of((String[]) groups.getArray()),
                row.getInt("priority"),
                Instants.sure(row, "created_at"),
                Instants.read(row, "due_at"),
                TaskView.State.valueOf(row.getString("state")),
                row.getLong("process_instance_key"));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** An array literal; groups are our own words, but quoted all the same. */
    private static @Nullable String array(@Nullable Collection<String> values) {
        return values == null
                ? null
                : values.stream()
                        .map(v -> '"' + v.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
