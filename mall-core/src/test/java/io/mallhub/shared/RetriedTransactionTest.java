package io.mallhub.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
@Import(RetriedTransactionTest.Crossing.class)
class RetriedTransactionTest {
    @Autowired Crossing crossing;
    @Autowired JdbcClient jdbc;

    @Test
    void aDeadlockIsResolvedByRunningTheVictimAgainAsAWhole() throws Exception {
        jdbc.sql("CREATE TABLE IF NOT EXISTS crossing (id int PRIMARY KEY, passed int)").update();
        jdbc.sql("INSERT INTO crossing VALUES (1, 0), (2, 0)").update();

        AtOnce.run(2, i -> crossing.pass(i == 0 ? List.of(1, 2) : List.of(2, 1)));

        assertThat(jdbc.sql("SELECT passed FROM crossing").query(Integer.class).list())
                .containsExactly(2, 2);
        assertThat(crossing.attempts()).isEqualTo(3);
    }

    /** Two callers that surely take each other's way, the first time. */
    @TestComponent
    public static class Crossing {
        private final AtomicInteger attempts = new AtomicInteger();
        private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        private final JdbcClient jdbc;

        public Crossing(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @RetriedTransaction
        public boolean pass(List<Integer> way) {
            boolean firstTime = attempts.incrementAndGet() <= 2;
            for (int place = 0; place < way.size(); place++) {
                jdbc.sql("UPDATE crossing SET passed = passed + 1 WHERE id = ?")
                        .param(way.get(place))
                        .update();
                if (firstTime && place == 0) {
                    await();
                }
            }
            return true;
        }

        public int attempts() {
            return attempts.get();
        }

        private void await() {
            try {
                bothHoldOne.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
