package io.mallhub.audit.internal;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the views that the migrations keep over the tables of all contexts: a proof that used the
 * code which it checks would prove nothing.
 */
@Service
class FourEyesQuery implements FourEyesProof {
    private static final String BREACHES =
            "SELECT subject_type, subject, decision, other_part, person, at FROM four_eyes_breach";

    private final JdbcClient jdbc;

    FourEyesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verify() {
        var checked =
                jdbc.sql(
                                """
                                SELECT subject_type, count(*) FROM four_eyes_person WHERE decides
                                GROUP BY subject_type ORDER BY subject_type
                                """)
                        .query((row, n) -> new Checked(row.getString(1), row.getLong(2)))
                        .list();
        var breaches =
                jdbc.sql(BREACHES + " ORDER BY at DESC, subject LIMIT 100")
                        .query(FourEyesQuery::breach)
                        .list();
        return new Verdict(checked, breaches);
    }

    @Override
    @Transactional(readOnly = true)
    public Parts of(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return new Parts(List.of(), List.of());
        }
        var parts =
                jdbc.sql(
                                """
                                SELECT subject_type, subject, part, decides, person, at
                                FROM four_eyes_person WHERE subject IN (:subjects)
                                ORDER BY subject_type, subject, at, part
                                """)
                        .param("subjects", subjects)
                        .query(
                                (row, n) ->
                                        new Part(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getBoolean(4),
                                                row.getString(5),
                                                Instants.sure(row, 6)))
                        .list();
        var breaches =
                jdbc.sql(BREACHES + " WHERE subject IN (:subjects) ORDER BY at, subject")
                        .param("subjects", subjects)
                        .query(FourEyesQuery::breach)
                        .list();
        return new Parts(parts, breaches);
    }

    private static Breach breach(ResultSet row, int number) throws SQLException {
        return new Breach(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instants.sure(row, 6));
    }
}
