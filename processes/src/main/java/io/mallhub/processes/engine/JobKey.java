package io.mallhub.processes.engine;

/**
 * What a job is about. The element instance stays the same when the job is handed out again.
 *
 * @param attempt 1 for the first try
 */
public record JobKey(long processInstance, long elementInstance, int attempt) {}
