package io.mallhub.processes.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.UpdateTimeoutJobCommandStep1.UpdateTimeoutJobCommandStep2;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Failed jobs, kept by this node until their next try is due. A broker that is told to wait with
 * them forgets some (camunda/camunda#16884): they would stand still for ever, without an incident.
 */
@Component
class HeldJobs implements DisposableBean {
    /** Beyond the wait, so that the failure is told before the engine takes the job back. */
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final ZeebeClient client;
    private final OneThread clock = new OneThread("held-jobs");

    HeldJobs(ZeebeClient client) {
        this.client = client;
    }

    /** Keeps the engine from handing the job out while it waits. */
    UpdateTimeoutJobCommandStep2 hold(ActivatedJob job, Duration wait) {
        return client.newUpdateTimeoutCommand(job).timeout(wait.plus(SPARE));
    }

    /**
     * @param answer never given when this node ends before: the job's time-out then hands it out
     */
    void after(Duration wait, Runnable answer) {
        clock.runAfter(wait, () -> Thread.ofVirtual().name("held-job").start(answer));
    }

    @Override
    public void destroy() {
        clock.close();
    }
}
