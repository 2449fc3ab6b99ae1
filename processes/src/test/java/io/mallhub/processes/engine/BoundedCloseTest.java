package io.mallhub.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BoundedCloseTest {
    private final BoundedClose patient = new BoundedClose(Duration.ofSeconds(30));
    private final BoundedClose hasty = new BoundedClose(Duration.ofMillis(50));

    @Test
    void whatClosesIsClosedWhenItReturns() {
        // given
        AtomicBoolean closed = new AtomicBoolean();

        // when
        patient.close("this", () -> closed.set(true));

        // then
        assertThat(closed).isTrue();
    }

    @Test
    void whatTheClosingThrowsIsThrown() {
        assertThatThrownBy(
                        () ->
                                patient.close(
                                        "this",
                                        () -> {
                                            throw new IllegalStateException("not today");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not today");
    }

    @Test
    @Timeout(20)
    void whatWaitsForALockThatNobodyGivesBackIsInterruptedAndLeft() throws InterruptedException {
        // given
        ReentrantLock kept = new ReentrantLock();
        kept.lock();
        CountDownLatch interrupted = new CountDownLatch(1);

        // when
        hasty.close(
                "this",
                () -> {
                    try {
                        kept.lockInterruptibly();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                });

        // then
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(20)
    void whatDoesNotEvenHearTheInterruptIsLeftBehind() {
        // given
        ReentrantLock kept = new ReentrantLock();
        kept.lock();

        // when
        hasty.close("this", kept::lock);

        // then
        assertThat(kept.hasQueuedThreads()).as("it still waits").isTrue();
    }

    @Test
    @Timeout(60)
    void aConnectionWhoseEngineIsOutOfReachEnds() {
        // given
        EngineSettings settings = settings("http://127.0.0.1:1");
        EngineConnection connection = new EngineConnection(settings);
        ZeebeClient client = connection.zeebeClient(settings);
        client.newWorker()
                .jobType("anything")
                .handler((jobs, job) -> {})
                .streamEnabled(true)
                .open();

        // when
        connection.destroy();

        // then
        assertThatThrownBy(() -> client.newTopologyRequest().send().join())
                .as("a closed client sends nothing")
                .hasMessageContaining("shutdown");
    }

    /** The settings as the hub binds them, defaults and all. */
    private static EngineSettings settings(String gateway) {
        return new Binder(
                        new MapConfigurationPropertySource(
                                Map.of("mallhub.zeebe.gateway", gateway)))
                .bind("mallhub.zeebe", EngineSettings.class)
                .get();
    }
}
