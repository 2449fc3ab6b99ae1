package io.mallhub.processes.engine;

import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FailJobCommandStep1.FailJobCommandStep2;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobClient;
import io.camunda.zeebe.client.api.worker.JobHandler;
import io.grpc.Status;
import io.mallhub.bpmn.JobType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns jobs into calls of one worker, and its outcomes into answers to the engine. */
final class JobRunner<I extends Record> implements JobHandler {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Worker<I> worker;
    private final Class<I> input;
    private final EngineSettings.Backoff backoff;
    private final HeldJobs held;

    JobRunner(Worker<I> worker, EngineSettings.Backoff backoff, HeldJobs held) {
        this.worker = worker;
        this.input = inputOf(worker);
        this.backoff = backoff;
        this.held = held;
    }

    JobType type() {
        return worker.type();
    }

    List<String> variables() {
        return Arrays.stream(input.getRecordComponents()).map(c -> c.getName()).toList();
    }

    @Override
    public void handle(JobClient client, ActivatedJob job) {
        JobKey once =
                new JobKey(job.getProcessInstanceKey(), job.getElementInstanceKey(), attempt(job));
        try {
            answer(client, job, worker.handle(read(job), once));
        } catch (Exception e) {
            log.warn("{} of {} failed, try {}", type(), once, attempt(job), e);
            retry(client, job, words(e));
        }
    }

    private I read(ActivatedJob job) {
        Map<String, Object> values = new HashMap<>(job.getVariablesAsMap());
        values.putAll(job.getCustomHeaders());
        return JSON.convertValue(values, input);
    }

    private void answer(JobClient client, ActivatedJob job, Outcome outcome) {
        switch (outcome) {
            case Outcome.Complete done ->
                    send(job, client.newCompleteCommand(job).variables(done.variables()));
            case Outcome.BpmnError error ->
                    send(
                            job,
                            client.newThrowErrorCommand(job)
                                    .errorCode(error.code())
                                    .errorMessage(error.words())
                                    .variables(error.variables()));
            case Outcome.LookAgain wait -> lookAgain(client, job, wait);
            case Outcome.TryLater later -> {
                log.info("{} for {}: {}", type(), job.getProcessInstanceKey(), later.words());
                retry(client, job, later.words());
            }
        }
    }

    /** Costs none of the tries. */
    private void lookAgain(JobClient client, ActivatedJob job, Outcome.LookAgain wait) {
        FailJobCommandStep2 failure =
                client.newFailCommand(job).retries(job.getRetries()).errorMessage(wait.words());
        send(job, held.hold(job, wait.pause()));
        held.after(wait.pause(), () -> send(job, failure));
    }

    /** The last failure becomes an incident at once; any other is told when the next try is due. */
    private void retry(JobClient client, ActivatedJob job, String words) {
        int left = Math.min(job.getRetries(), tries()) - 1;
        FailJobCommandStep2 failure = client.newFailCommand(job).retries(left).errorMessage(words);
        if (left <= 0) {
            send(job, failure);
            return;
        }
        Duration wait = backoff.after(attempt(job));
        send(job, held.hold(job, wait));
        held.after(wait, () -> send(job, failure));
    }

    /** An answer that is lost costs a repetition after the job's time-out, nothing else. */
    private void send(ActivatedJob job, FinalCommandStep<?> answer) {
        try {
            answer.send().join();
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                log.debug("{} {} is no longer wanted", type(), job.getKey());
            } else {
                log.warn("Answer to {} {} was not taken", type(), job.getKey(), e);
            }
        } catch (RuntimeException e) {
            log.warn("Answer to {} {} was not taken", type(), job.getKey(), e);
        }
    }

    private int attempt(ActivatedJob job) {
        return Math.max(1, tries() - job.getRetries() + 1);
    }

    private int tries() {
        return Math.min(type().retries(), backoff.tries());
    }

    private static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @SuppressWarnings("unchecked")
    private static <I extends Record> Class<I> inputOf(Worker<I> worker) {
        Class<?> resolved =
                ResolvableType.forClass(Worker.class, worker.getClass()).getGeneric().resolve();
        if (resolved == null || !resolved.isRecord()) {
            throw new IllegalStateException(
                    worker.getClass() + " must name the record it reads: Worker<In>");
        }
        return (Class<I>) resolved;
    }
}
