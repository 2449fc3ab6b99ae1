package io.mallhub.processes.repair;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works off repairs in the background, a few at a time, until the application closes. */
@Component
class BatchRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private final RepairQueue queue;
    private final RepairRun run;
    private final RepairSettings settings;
    private volatile boolean running;
    private Thread thread = new Thread();

    BatchRunner(RepairQueue queue, RepairRun run, RepairSettings settings) {
        this.queue = queue;
        this.run = run;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("repairs").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try (ExecutorService hands =
                Executors.newFixedThreadPool(
                        settings.parallel(), Thread.ofVirtual().name("repair-", 0).factory())) {
            while (running) {
                if (!workOffSome(hands)) {
                    TimeUnit.MILLISECONDS.sleep(settings.poll().toMillis());
                }
            }
        } catch (InterruptedException e) {
            log.debug("Closing: the next start goes on");
        }
    }

    /** False: there was nothing, or the database is away. */
    private boolean workOffSome(ExecutorService hands) throws InterruptedException {
        try {
            List<LeasedItem> items = queue.lease(null, settings.parallel(), settings.lease());
            List<? extends Future<?>> all =
                    items.stream().map(item -> hands.submit(() -> run.run(item))).toList();
            for (Future<?> one : all) {
                one.get();
            }
            return !items.isEmpty();
        } catch (ExecutionException | RuntimeException e) {
            log.warn("A repair was cut off; it is taken up again after its lease", e);
            return false;
        }
    }
}
