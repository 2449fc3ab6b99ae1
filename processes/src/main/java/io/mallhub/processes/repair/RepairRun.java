package io.mallhub.processes.repair;

import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.mallhub.processes.Repair;
import io.mallhub.processes.sql.Catchup;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one item and writes down how it ended. */
@Component
class RepairRun {
    private static final Logger log = LoggerFactory.getLogger(RepairRun.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final String DONE = "repair.done";
    private final RepairCommands commands;
    private final RepairQueue queue;
    private final RepairSettings settings;

    RepairRun(RepairCommands commands, RepairQueue queue, RepairSettings settings) {
        this.commands = commands;
        this.queue = queue;
        this.settings = settings;
    }

    void run(LeasedItem item) {
        try {
            carryOut(item);
            queue.end(item, true, DONE);
        } catch (ClientStatusException e) {
            settle(item, e);
        } catch (RuntimeException e) {
            log.warn("Repair {} of {} failed", item.id(), item.instance(), e);
            again(item, e);
        }
    }

    private void carryOut(LeasedItem item) {
        switch (item.repair()) {
            case Repair.Retry retry -> {
                commands.setVariables(item, retry.variables());
                commands.retry(item);
            }
            case Repair.ChangeVariables change -> commands.setVariables(item, change.variables());
            case Repair.Resolve resolve -> commands.resolve(item);
            case Repair.Cancel cancel -> commands.cancel(item);
            case Repair.MoveTokens move -> commands.move(item, move);
            case Repair.Migrate migrate -> commands.migrate(item, migrate);
        }
    }

    private void settle(LeasedItem item, ClientStatusException e) {
        switch (e.getStatusCode()) {
            // Another node's try, or the process itself, was faster: there is nothing left to do.
            case NOT_FOUND -> queue.end(item, isSatisfiedByAbsence(item.repair()), "repair.gone");
            case INVALID_ARGUMENT, FAILED_PRECONDITION ->
                    queue.end(item, repeatedAndDone(item), words(item, e));
            default -> again(item, e);
        }
    }

    /** An earlier try may have been carried out; the read model knows a little later. */
    private boolean repeatedAndDone(LeasedItem item) {
        if (item.attempts() == 1) {
            return false;
        }
        Catchup.until(() -> commands.wasDone(item));
        return commands.wasDone(item);
    }

    private static boolean isSatisfiedByAbsence(Repair repair) {
        return repair instanceof Repair.Retry
                || repair instanceof Repair.Resolve
                || repair instanceof Repair.Cancel;
    }

    private String words(LeasedItem item, ClientStatusException e) {
        String text = e.getStatus().getDescription();
        return commands.wasDone(item) ? DONE : text == null ? e.getStatusCode().name() : text;
    }

    private void again(LeasedItem item, RuntimeException e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (item.attempts() >= settings.attempts()) {
            queue.end(item, false, words);
        } else {
            queue.tryAgain(item, PAUSE, words);
        }
    }
}
