package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private final TestDatabase empty = TestPostgres.newDatabase();
    private final ReadModel nothing = new ReadModel(Set.of(), Set.of());
    private final Database database = new Database(settings(), 1);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewPartitionStartsBeforeItsFirstRecord() throws Exception {
        ReadModelDatabase.migrate(empty);

        assertThat(database.position()).isEqualTo(-1);
    }

    @Test
    void eachPartitionHasItsOwnPosition() throws Exception {
        ReadModelDatabase.migrate(empty);
        database.position();
        database.write(nothing, -1, 10, 0);

        try (Database other = new Database(settings(), 2)) {
            assertThat(other.position()).isEqualTo(-1);
        }
        assertThat(database.position()).isEqualTo(10);
    }

    @Test
    void aRepeatedWriteWhoseAnswerWasLostIsRecognised() throws Exception {
        ReadModelDatabase.migrate(empty);
        database.position();
        database.write(nothing, -1, 10, 0);

        database.write(nothing, -1, 10, 0);

        assertThat(database.position()).isEqualTo(10);
    }

    @Test
    void anExporterThatWasOvertakenWritesNothing() throws Exception {
        ReadModelDatabase.migrate(empty);
        database.position();
        try (Database successor = new Database(settings(), 1)) {
            successor.position();
            successor.write(nothing, -1, 20, 0);
        }

        assertThatThrownBy(() -> database.write(nothing, -1, 10, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("up to 20");
        assertThat(database.position()).isEqualTo(20);
    }

    @Test
    void withoutTablesItFailsAndWorksOnceTheyAreThere() throws Exception {
        assertThatThrownBy(database::position).isInstanceOf(SQLException.class);

        ReadModelDatabase.migrate(empty);

        assertThat(database.position()).isEqualTo(-1);
    }

    @Test
    void aDatabaseRestoredToAnEarlierTimeIsNoticed() throws Exception {
        ReadModelDatabase.migrate(empty);
        database.position();
        database.write(nothing, -1, 10, 0);

        assertThat(beginsWithGapAfter(11)).isTrue();
        assertThat(beginsWithGapAfter(10)).isFalse();
    }

    private boolean beginsWithGapAfter(long acknowledged) throws SQLException {
        try (Export export = new Export(nothing, new Database(settings(), 1), 500)) {
            export.resume(acknowledged);
            return export.begin();
        }
    }

    private ExporterSettings settings() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("url", empty.jdbcUrl());
        arguments.put("user", empty.user());
        arguments.put("password", empty.password());
        return ExporterSettings.from(arguments);
    }
}
