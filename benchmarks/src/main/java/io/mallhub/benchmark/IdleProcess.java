package io.mallhub.benchmark;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.FinalCommandStep;
import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.client.api.worker.JobWorker;
import io.grpc.Status;
import io.mallhub.benchmark.erp.PromptErp;
import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The deployed order process with workers that do nothing but answer, driven as the hub drives it:
 * the same messages, the same variables, the same number of jobs and commands in flight.
 */
final class IdleProcess implements AutoCloseable {
    private static final int IN_FLIGHT = 64;
    private static final int IN_FLIGHT_PER_TYPE = 16;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMillis(100);

    private static final Map<String, Object> FACTS =
            Map.of(
                    "total",
                    100,
                    "creditFree",
                    1_000_000,
                    "overdue",
                    0,
                    "belowFloor",
                    false,
                    "licencesValid",
                    true,
                    "controlledGoods",
                    false,
                    "overQuota",
                    false,
                    "quota",
                    "",
                    "lines",
                    5);

    private final ZeebeClient client;
    private final Map<String, Object> timing;
    private final List<JobWorker> workers = new ArrayList<>();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService erp = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService hands =
            Executors.newFixedThreadPool(IN_FLIGHT, Thread.ofVirtual().factory());
    private volatile CountDownLatch open = new CountDownLatch(0);

    private IdleProcess(ZeebeClient client, Map<String, Object> timing) {
        this.client = client;
        this.timing = timing;
    }

    static IdleProcess open(Broker broker, Map<String, Object> timing) {
        ZeebeClient client =
                ZeebeClient.newClientBuilder()
                        .applyEnvironmentVariableOverrides(false)
                        .grpcAddress(broker.gateway())
                        .restAddress(broker.rest())
                        .preferRestOverGrpc(false)
                        .usePlaintext()
                        .useDefaultRetryPolicy(true)
                        .defaultJobWorkerStreamEnabled(true)
                        .jobWorkerExecutor(
                                Executors.newScheduledThreadPool(
                                        IN_FLIGHT, Thread.ofVirtual().factory()),
                                true)
                        .build();
        IdleProcess process = new IdleProcess(client, timing);
        process.work(
                OrderApproval.ASSESS,
                _ -> Map.of("facts", FACTS, CommonTasks.CUSTOMER_NAME, "百姓大药房"));
        process.work(OrderApproval.APPROVE, _ -> Map.of());
        process.work(OrderApproval.PUSH, process::pushed);
        process.work(OrderApproval.RECHECK_LICENCES, _ -> Map.of());
        process.work(OrderApproval.COMPLETE, process::completed);
        return process;
    }

    private void work(JobType type, Function<String, Map<String, Object>> answer) {
        workers.add(
                client.newWorker()
                        .jobType(type.name())
                        .handler(
                                (jobs, job) ->
                                        untilTaken(
                                                jobs.newCompleteCommand(job)
                                                        .variables(answer.apply(number(job)))))
                        .name("idle")
                        .timeout(Duration.ofMinutes(1))
                        .maxJobsActive(IN_FLIGHT_PER_TYPE)
                        .fetchVariables(OrderApproval.ORDER_NUMBER)
                        .streamEnabled(true)
                        .open());
    }

    private static String number(ActivatedJob job) {
        return (String) job.getVariable(OrderApproval.ORDER_NUMBER);
    }

    private Map<String, Object> pushed(String number) {
        erp.schedule(
                () -> hands.submit(() -> answerAndShip(number)),
                PromptErp.PAUSE.toMillis(),
                TimeUnit.MILLISECONDS);
        return Map.of("erpNumber", "E-" + number, "erpAccepted", false);
    }

    private void answerAndShip(String number) {
        publish(
                OrderApproval.ERP_ANSWERED,
                number,
                Map.of("accepted", true, OrderApproval.ERP_WORDS, "ok"));
        publish(OrderApproval.SHIPPED, number, Map.of("complete", true));
    }

    private Map<String, Object> completed(String number) {
        if (completed.add(number)) {
            open.countDown();
        }
        return Map.of();
    }

    /** Per second, from the first message to the last job of the last instance. */
    double complete(String prefix, int count, Duration patience) throws Exception {
        open = new CountDownLatch(count);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String number = prefix + i;
            hands.submit(() -> start(number));
        }
        if (!open.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(open.getCount() + " not completed within " + patience);
        }
        return Rate.perSecond(count, System.nanoTime() - begin);
    }

    private void start(String number) {
        publish(
                OrderApproval.SUBMITTED,
                number,
                Map.of(OrderApproval.ORDER_NUMBER, number, CommonTasks.TIMING, timing));
    }

    private void publish(String message, String number, Map<String, Object> variables) {
        untilTaken(
                client.newPublishMessageCommand()
                        .messageName(message)
                        .correlationKey(number)
                        .messageId(message + "/" + number)
                        .timeToLive(MEMORY)
                        .variables(variables));
    }

    /** A busy broker refuses commands; like the hub, this one comes again. */
    private static void untilTaken(FinalCommandStep<?> command) {
        while (true) {
            try {
                command.send().join();
                return;
            } catch (ClientStatusException e) {
                if (e.getStatusCode() == Status.Code.ALREADY_EXISTS
                        || e.getStatusCode() == Status.Code.NOT_FOUND) {
                    return; // taken the time before, although the answer was lost
                }
                if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED
                        && e.getStatusCode() != Status.Code.DEADLINE_EXCEEDED) {
                    throw e;
                }
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
    }

    @Override
    public void close() {
        erp.shutdownNow();
        hands.shutdownNow();
        workers.forEach(JobWorker::close);
        client.close();
    }
}
