package io.mallhub.processes.outbox;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.ZeebeFuture;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.mallhub.processes.engine.Deployment;
import io.mallhub.processes.engine.EngineSettings;
import io.mallhub.processes.engine.EngineThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the outbox to the engine, oldest first, until the engine took each command. The message id
 * makes a repetition harmless while the engine remembers it; after that the claim of the instance
 * and the single receiver do.
 */
@Component
class CommandDispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration BREATH = Duration.ofMillis(100);

    private final ZeebeClient client;
    private final CommandQueue queue;
    private final EngineSettings.Outbox settings;
    private final Deployment deployment;
    private final EngineThread thread;
    private final SendWindow window;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean running;

    /** Of the engine's thread alone. */
    private boolean breathing;

    CommandDispatcher(
            ZeebeClient client,
            CommandQueue queue,
            EngineSettings settings,
            Deployment deployment,
            EngineThread thread) {
        this.client = client;
        this.queue = queue;
        this.settings = settings.outbox();
        this.deployment = deployment;
        this.thread = thread;
        this.window = new SendWindow(settings.outbox().batch());
    }

    @Override
    public void start() {
        running = true;
        deployment.done().thenRun(() -> thread.repeat(settings.poll(), this::drain));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** There is something new. Returns at once. */
    void wake() {
        if (running && deployment.done().isDone() && awake.compareAndSet(false, true)) {
            thread.run(this::drain);
        }
    }

    private void drain() {
        awake.set(false);
        boolean more = !breathing;
        while (running && more) {
            more = sendBatch();
        }
    }

    /** Whether more may be due that the engine would take. */
    private boolean sendBatch() {
        int size = window.size();
        List<LeasedCommand> batch = queue.lease(size, settings.lease());
        List<Long> refused = new ArrayList<>();
        Map<LeasedCommand, ZeebeFuture<?>> answers = new LinkedHashMap<>();
        batch.forEach(command -> answers.put(command, publish(command)));
        List<Long> done = new ArrayList<>();
        answers.forEach(
                (command, answer) -> {
                    try {
                        answer.join();
                        done.add(command.id());
                    } catch (RuntimeException e) {
                        settle(command, e, done, refused);
                    }
                });
        queue.done(done);
        if (!refused.isEmpty()) {
            queue.tryAgain(refused, BREATH, "The engine is busy");
            window.refused();
            breathe();
            return false;
        }
        if (batch.size() == size) {
            window.taken();
            return true;
        }
        return false;
    }

    /** The engine is left alone for a moment, whoever wakes this up meanwhile. */
    private void breathe() {
        breathing = true;
        thread.runAfter(
                BREATH,
                () -> {
                    breathing = false;
                    drain();
                });
    }

    private ZeebeFuture<?> publish(LeasedCommand command) {
        return client.newPublishMessageCommand()
                .messageName(command.message())
                .correlationKey(command.correlationKey())
                .messageId(command.key())
                .timeToLive(Duration.ofMillis(command.timeToLive()))
                .variables(command.variables())
                .send();
    }

    private void settle(
            LeasedCommand command, RuntimeException failure, List<Long> done, List<Long> refused) {
        if (has(failure, Status.Code.ALREADY_EXISTS)) {
            done.add(command.id());
            return;
        }
        if (has(failure, Status.Code.RESOURCE_EXHAUSTED)) {
            refused.add(command.id());
            return;
        }
        log.warn("{} not taken, try {}: {}", command.key(), command.attempts(), failure.toString());
        queue.tryAgain(List.of(command.id()), wait(command.attempts()), failure.toString());
    }

    private static boolean has(RuntimeException failure, Status.Code code) {
        return failure instanceof ClientStatusException status && status.getStatusCode() == code;
    }

    private static Duration wait(int attempts) {
        Duration wait = Duration.ofMillis(200L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
