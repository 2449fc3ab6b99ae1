package io.mallhub.processes.engine;

import io.mallhub.bpmn.JobType;
import java.time.Duration;

/**
 * Does the work of one job type; a Spring bean. A job may be handed out again after a time-out, a
 * crash or a lost answer: the work is idempotent on the element instance. An exception means "try
 * again", and an incident when the retries are used up.
 *
 * @param <I> record of the process variables and task headers it needs, by component name; nothing
 *     else is fetched. A variable that may be absent is {@code @Nullable}.
 */
public interface Worker<I extends Record> {
    JobType type();

    Outcome handle(I in, JobKey once) throws Exception;

    /**
     * How long the engine waits for the answer before it hands the job out again; longer than the
     * work may last.
     */
    default Duration timeout() {
        return Duration.ofMinutes(1);
    }
}
