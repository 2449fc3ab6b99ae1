package io.mallhub.processes.conflict;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.conflict.ConflictFound;
import io.mallhub.conflict.ConflictSettled;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the engine must know of conflicts, in the transaction of the event. */
@Component
class ConflictProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;

    ConflictProcessEvents(EngineCommands engine, ProcessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @EventListener
    void on(ConflictFound event) {
        engine.tell(
                new EngineCommand(
                        SyncDecision.FOUND + "/" + event.number(),
                        SyncDecision.FOUND,
                        event.number(),
                        Map.of(
                                SyncDecision.CONFLICT_NUMBER,
                                event.number(),
                                CommonTasks.CUSTOMER_NAME,
                                event.title(),
                                CommonTasks.TIMING,
                                settings.conflict().timing()),
                        settings.startMemory()));
    }

    @EventListener
    void on(ConflictSettled event) {
        engine.tell(
                new EngineCommand(
                        SyncDecision.SETTLED + "/" + event.number(),
                        SyncDecision.SETTLED,
                        event.number(),
                        Map.of(),
                        settings.messageMemory()));
    }
}
