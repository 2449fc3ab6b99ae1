package io.mallhub.identity.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StandInDesk implements StandIns {
    private final DelegationTable table;
    private final HoldingTable holdings;
    private final JdbcClient jdbc;
    private final Clock clock;

    StandInDesk(DelegationTable table, HoldingTable holdings, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.holdings = holdings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Eyes eyes(Actor person, Set<Role> fitting) {
        Instant now = clock.instant();
        String login = Login.keyOf(person.id());
        if (person.kind() != Actor.Kind.STAFF
                || fitting.isEmpty()
                || holdings.isHisOwn(fitting, login)) {
            return new Eyes(person, List.of(), now);
        }
        return new Eyes(person, table.holdRunning(login, fitting, now), now);
    }

    @Override
    @Transactional
    public void decided(
            Eyes eyes, String subjectType, String subject, String part, boolean agreed) {
        for (Eyes.Principal principal : eyes.principals()) {
            jdbc.sql(
                            """
                            INSERT INTO stand_in (delegation, subject_type, subject, part, agreed,
                                person, person_name, principal, principal_name, at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            principal.delegation(),
                            subjectType,
                            subject,
                            part,
                            agreed,
                            Login.keyOf(eyes.person().id()),
                            eyes.person().name(),
                            Login.keyOf(principal.who().id()),
                            principal.who().name(),
                            Instants.parameter(eyes.at()))
                    .update();
        }
    }

    @Override
    @Transactional
    public void withdraw(String subjectType, String subject) {
        jdbc.sql(
                        """
                        UPDATE stand_in SET withdrawn_at = ?
                        WHERE subject_type = ? AND subject = ? AND withdrawn_at IS NULL
                        """)
                .params(Instants.parameter(clock.instant()), subjectType, subject)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoodIn> of(String subjectType, String subject) {
        return jdbc.sql(
                        """
                        SELECT part, agreed, person_name, principal, principal_name, at
                        FROM stand_in WHERE subject_type = ? AND subject = ? ORDER BY id
                        """)
                .params(subjectType, subject)
                .query(
                        (row, n) ->
                                new StoodIn(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Instants.sure(row, 6)))
                .list();
    }
}
