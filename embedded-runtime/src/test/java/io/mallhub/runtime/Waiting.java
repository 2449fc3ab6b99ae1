package io.mallhub.runtime;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another process does; a condition that can't be read yet counts as unmet. */
final class Waiting {

    private Waiting() {}

    static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(120)).ignoreExceptions().until(condition);
    }
}
