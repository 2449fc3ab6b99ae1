package io.mallhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class MallCoreStartsTest {
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void theCoreStartsOnAMigratedDatabaseWithTheTestClock() {
        assertThat(clock).isInstanceOf(MutableClock.class);
        assertThat(jdbc.sql("select count(*) from event_publication").query(Long.class).single())
                .isNotNull();
    }
}
