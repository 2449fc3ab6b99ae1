package io.mallhub.processes.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.worker.JobWorker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Subscribes every worker while the application runs. */
@Component
class OpenWorkers implements SmartLifecycle {
    private final ZeebeClient client;
    private final EngineSettings settings;
    private final HeldJobs held;
    private final List<Worker<?>> workers;
    private final List<JobWorker> open = new ArrayList<>();

    OpenWorkers(
            ZeebeClient client, EngineSettings settings, HeldJobs held, List<Worker<?>> workers) {
        this.client = client;
        this.settings = settings;
        this.held = held;
        this.workers = workers;
        refuseTwins();
    }

    @Override
    public void start() {
        workers.forEach(worker -> open.add(open(worker)));
    }

    @Override
    public void stop() {
        List<JobWorker> closing = List.copyOf(open);
        open.clear();
        new BoundedClose(settings.closeTimeout())
                .close("workers", () -> closing.forEach(JobWorker::close));
    }

    @Override
    public boolean isRunning() {
        return !open.isEmpty();
    }

    private <I extends Record> JobWorker open(Worker<I> worker) {
        JobRunner<I> runner = new JobRunner<>(worker, settings.backoff(), held);
        return client.newWorker()
                .jobType(runner.type().name())
                .handler(runner)
                .name("mallhub")
                .timeout(worker.timeout())
                .maxJobsActive(settings.inFlightPerType())
                .fetchVariables(runner.variables())
                .streamEnabled(true)
                .open();
    }

    private void refuseTwins() {
        Set<String> seen = new HashSet<>();
        for (Worker<?> worker : workers) {
            if (!seen.add(worker.type().name())) {
                throw new IllegalStateException("Two workers for " + worker.type());
            }
        }
    }
}
