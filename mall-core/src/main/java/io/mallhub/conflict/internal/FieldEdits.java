package io.mallhub.conflict.internal;

import io.mallhub.conflict.Field;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When fields were last set in the mall. */
@Component
class FieldEdits {
    private final JdbcClient jdbc;
    private final Clock clock;

    FieldEdits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(Field field, Collection<String> subjects) {
        jdbc.sql(
                        """
                        INSERT INTO field_edit (field, subject, edited_at)
                        SELECT :field, unnest(:subjects::text[]), :now
                        ON CONFLICT (field, subject) DO UPDATE SET edited_at = excluded.edited_at
                        """)
                .param("field", field.name())
                .param("subjects", new TreeSet<>(subjects).toArray(String[]::new))
                .param("now", Instants.parameter(clock.instant()))
                .update();
    }

    /** Those that were ever set in the mall. */
    Map<String, Instant> of(Field field, Collection<String> subjects) {
        Map<String, Instant> edited = new HashMap<>();
        jdbc.sql(
                        "SELECT subject, edited_at FROM field_edit"
                                + " WHERE field = :field AND subject = ANY (:subjects)")
                .param("field", field.name())
                .param("subjects", subjects.toArray(String[]::new))
                .query(
                        row -> {
                            edited.put(row.getString("subject"), Instants.sure(row, "edited_at"));
                        });
        return edited;
    }
}
