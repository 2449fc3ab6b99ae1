package io.mallhub.processes.returns;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import io.mallhub.returns.ReturnReceived;
import io.mallhub.returns.ReturnSubmitted;
import io.mallhub.returns.ReturnWithdrawRequested;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the engine must know of returns. Runs in the transaction of the event, so that return and
 * command are committed together or not at all; nothing is sent here.
 */
@Component
class ReturnProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;

    ReturnProcessEvents(EngineCommands engine, ProcessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @EventListener
    void on(ReturnSubmitted event) {
        tell(
                SalesReturn.SUBMITTED,
                event.number(),
                "",
                Map.of(
                        SalesReturn.RETURN_NUMBER,
                        event.number(),
                        CommonTasks.TIMING,
                        settings.returns().timing()),
                settings.startMemory());
    }

    @EventListener
    void on(ReturnReceived event) {
        tell(SalesReturn.RECEIVED, event.number(), "", Map.of(), settings.messageMemory());
    }

    @EventListener
    void on(ReturnWithdrawRequested event) {
        tell(
                SalesReturn.WITHDRAW_REQUESTED,
                event.number(),
                "/" + event.at(),
                Map.of(
                        SalesReturn.ENDING,
                        event.byDesk() ? SalesReturn.REFUSED : SalesReturn.WITHDRAWN,
                        "withdrawReason",
                        event.reason()),
                settings.messageMemory());
    }

    private void tell(
            String message,
            String number,
            String occurrence,
            Map<String, Object> variables,
            Duration timeToLive) {
        engine.tell(
                new EngineCommand(
                        message + "/" + number + occurrence,
                        message,
                        number,
                        variables,
                        timeToLive));
    }
}
