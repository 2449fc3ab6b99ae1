package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.runtime.fixture.TestBroker;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

class FixtureTest {

    @Test
    void eachNewDatabaseIsEmptyAndApart() throws Exception {
        TestDatabase one = TestPostgres.newDatabase();
        TestDatabase other = TestPostgres.newDatabase();

        try (Connection connection = one.connect();
                Connection elsewhere = other.dataSource().getConnection()) {
            connection.createStatement().execute("CREATE TABLE mine (id int)");
            var tables =
                    elsewhere
                            .createStatement()
                            .executeQuery("SELECT 1 FROM pg_tables WHERE tablename = 'mine'");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void aBrokerOfItsOwnRunsBesideTheSharedOne() {
        try (TestBroker own = TestBroker.start()) {
            assertThat(own.gatewayAddress()).isNotEqualTo(TestBroker.shared().gatewayAddress());
            assertThat(Deployments.deploy(TestBroker.shared())).isPositive();
        }
    }
}
