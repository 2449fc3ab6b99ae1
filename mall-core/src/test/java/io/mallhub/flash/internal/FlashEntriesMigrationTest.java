package io.mallhub.flash.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A mall that sold in flash sales before companies' shares were the sums of their entries. */
class FlashEntriesMigrationTest {
    private static final String ORDER = "00000000-0000-0000-0000-00000000000a";
    private static final String CHANGED = "00000000-0000-0000-0000-00000000000b";

    private final TestDatabase database = TestPostgres.newDatabase();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);

    @BeforeEach
    void aMallOfBefore() {
        migrate("422");
        jdbc.sql(
                        """
                        INSERT INTO flash_sale (code, version, state, product_id, name, price, quota,
                            begins_at, ends_at, slots, ahead_hours, created_at)
                        VALUES ('FS1', 1, 'LIVE', gen_random_uuid(), 'Monday', 6, 40,
                            now(), now() + interval '1 day', '[]', 24, now());
                        INSERT INTO flash_occurrence (id, sale, product_id, price, most, opens_at,
                            closes_at, quota, backed, taken)
                        SELECT gen_random_uuid(), code, product_id, price, 10, begins_at, ends_at,
                            quota, quota, 5
                        FROM flash_sale;
                        INSERT INTO flash_share
                        SELECT id, '00000000-0000-0000-0000-0000000000c1', 5 FROM flash_occurrence;
                        INSERT INTO flash_entry
                            (key, occurrence, order_id, customer_id, quantity, at)
                        SELECT e.key || o.id, o.id, e.order_id::uuid,
                            '00000000-0000-0000-0000-0000000000c1', e.quantity, now()
                        FROM flash_occurrence o, (VALUES
                            ('take/%1$s/', '%1$s', 3), ('take/%2$s/', '%2$s', 4),
                            ('changed-2/%2$s/', '%2$s', -2)) AS e (key, order_id, quantity)
                        """
                                .formatted(ORDER, CHANGED))
                .update();
    }

    @Test
    void keepsEveryEntryAndWhatItWasFor() {
        migrate("latest");

        assertThat(
                        jdbc.sql(
                                        "SELECT right(order_id::text, 1) || ' ' || what || ' '"
                                                + " || quantity FROM flash_entry ORDER BY 1")
                                .query(String.class)
                                .list())
                .containsExactly("a take 3.000", "b changed-2 -2.000", "b take 4.000");
        assertThat(new FlashProof(jdbc).unprovenAccounts()).isEmpty();
    }

    @Test
    void letsNoEntryAndNoOccurrenceGo() {
        migrate("latest");

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM flash_entry").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM flash_occurrence").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).outOfOrder(true).target(target).load().migrate();
    }
}
