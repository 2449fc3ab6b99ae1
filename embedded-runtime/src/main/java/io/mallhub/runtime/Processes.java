package io.mallhub.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes and waits for their end. */
final class Processes {

    private Processes() {}

    /** Asks the process to end; after the grace period it and its descendants are killed. */
    static void end(ProcessHandle process, Duration grace) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroy();
        if (!ended(process, grace)) {
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
            ended(process, grace);
        }
        descendants.forEach(child -> ended(child, grace));
    }

    /** Waits for the end of the process; false if it still runs after that time. */
    static boolean ended(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
