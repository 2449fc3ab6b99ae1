package io.mallhub.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with top-ups of the time when only they knew bank references. */
class TopUpsSoFarTest {
    private final TestDatabase database = TestPostgres.newDatabase();
    private final JdbcClient jdbc =
            JdbcClient.create(
                    new DriverManagerDataSource(
                            database.jdbcUrl(), database.user(), database.password()));

    @Test
    void theyStandForTheirTransfersAndThoseTakenBackDoNot() {
        migrate("358");
        topUp("TU1", "R1", "RECORDED", "null", "null");
        topUp("TU2", "R2", "REFUSED", "'wang'", "null");
        topUp("TU3", "R2", "CONFIRMED", "'wang'", "null");
        topUp("TU4", "R3", "REVERSED", "'wang'", "'cai'");

        migrate("latest");

        assertThat(
                        jdbc.sql(
                                        """
                                        select document, reference, released_at is null
                                        from bank_transfer
                                        """)
                                .query(
                                        (row, n) ->
                                                tuple(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getBoolean(3)))
                                .list())
                .containsExactlyInAnyOrder(
                        tuple("TU1", "R1", true),
                        tuple("TU2", "R2", false),
                        tuple("TU3", "R2", true),
                        tuple("TU4", "R3", false));
    }

    private void topUp(
            String number, String reference, String state, String decided, String reversed) {
        jdbc.sql(
                        """
                        insert into prepaid_top_up (number, customer_id, customer_name, amount,
                            bonus, bank_reference, note, state, recorded_by_id, recorded_by_name,
                            recorded_at, decided_by_id, decided_at, reversed_by_id, reversed_at)
                        values ('%s', gen_random_uuid(), 'n', 1, 0, '%s', '', '%s', 'cai', 'cai',
                            now(), %s, now(), %s, now())
                        """
                                .formatted(number, reference, state, decided, reversed))
                .update();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .target(target)
                .load()
                .migrate();
    }
}
