package io.mallhub.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * User tasks whose element was terminated. The engine cancels them with it, but not when the token
 * was moved away (camunda/camunda#24672): without this they would wait in the lists for ever.
 */
final class LeftTasks {
    private static final String CANCEL =
            """
            UPDATE engine.user_task t
            SET state = 'CANCELED', ended_at = to_timestamp(u.at / 1000.0), pos = u.pos
            FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) AS u(instance, element, at, pos)
            WHERE t.process_instance_key = u.instance AND t.element_instance_key = u.element
                AND t.state = 'OPEN' AND t.pos < u.pos
            """;

    private final List<Left> left = new ArrayList<>();

    void add(long position, long instance, long element, long at) {
        left.add(new Left(instance, element, at, position));
    }

    /** After the tasks themselves: one may have been created in the same batch. */
    void write(Connection connection) throws SQLException {
        if (left.isEmpty()) {
            return;
        }
        try (PreparedStatement cancel = connection.prepareStatement(CANCEL)) {
            cancel.setObject(1, left.stream().mapToLong(Left::instance).toArray());
            cancel.setObject(2, left.stream().mapToLong(Left::element).toArray());
            cancel.setObject(3, left.stream().mapToLong(Left::at).toArray());
            cancel.setObject(4, left.stream().mapToLong(Left::position).toArray());
            cancel.executeUpdate();
        }
    }

    void clear() {
        left.clear();
    }

    private record Left(long instance, long element, long at, long position) {}
}
