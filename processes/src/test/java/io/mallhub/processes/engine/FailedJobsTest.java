package io.mallhub.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A failed job is tried again, however many fail together, and none of them is forgotten. */
class FailedJobsTest extends ProcessTest {
    private static final int ORDERS = 200;
    private static final int FAILURES = 11;
    private static final PushOutcome AWAY = new PushOutcome.Unavailable("the ERP is being mended");

    @Test
    void ofManyJobsThatFailTogetherEachIsTriedUntilItSucceeds() {
        List<String> numbers = Stream.generate(() -> newNumber("SO")).limit(ORDERS).toList();
        PushOutcome[] away =
                Stream.generate(() -> AWAY).limit(FAILURES).toArray(PushOutcome[]::new);
        numbers.forEach(number -> erp.answers(number, away));

        numbers.forEach(mall::submit);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () ->
                                assertThat(numbers.stream().filter(it -> !erp.commits.contains(it)))
                                        .isEmpty());
        assertThat(numbers)
                .allSatisfy(number -> assertThat(erp.pushes.get(number)).hasValue(FAILURES + 1));
    }
}
