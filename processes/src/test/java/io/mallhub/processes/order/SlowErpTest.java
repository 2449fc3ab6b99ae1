package io.mallhub.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.fixture.ProcessTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Row 3 of the fault matrix. */
class SlowErpTest extends ProcessTest {
    private final String number = newNumber("SO");

    @Test
    void anErpSlowerThanTheJobTimeoutIsAskedTwiceAndHasOneOrder() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        erp.during(
                number,
                () -> {
                    if (isFirst.compareAndSet(true, false)) {
                        await(first);
                    }
                });
        mall.submit(number);
        eventually(() -> assertThat(erp.pushes.get(number)).isNotNull().hasValue(1));

        jobsTimeOut(
                Duration.ofMinutes(3),
                () -> eventually(() -> assertThat(erp.pushes.get(number)).hasValue(2)));
        first.countDown();

        awaitElement(number, "await-acceptance");
        assertThat(erp.commits).contains(number);
        assertThat(instances.about(number)).hasSize(1);
        assertThat(instances.about(number).getFirst().incidents()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
