package io.mallhub.audit.internal;

import io.mallhub.audit.FourEyesProof;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the views that the migrations keep over the tables of all contexts: a proof that used the
 * code which it checks would prove nothing.
 */
@Service
class FourEyesQuery implements FourEyesProof {
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
                                SELECT subject_type, count(*) FROM four_eyes_part WHERE decides
                                GROUP BY subject_type ORDER BY subject_type
                                """)
                        .query((row, n) -> new Checked(row.getString(1), row.getLong(2)))
                        .list();
        var breaches =
                jdbc.sql(
                                """
                                SELECT subject_type, subject, decision, other_part, person, at
                                FROM four_eyes_breach ORDER BY at DESC, subject LIMIT 100
                                """)
                        .query(
                                (row, n) ->
                                        new Breach(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getTimestamp(6).toInstant()))
                        .list();
        return new Verdict(checked, breaches);
    }
}
