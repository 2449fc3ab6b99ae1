package io.mallhub.processes.registration;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.customer.ApplicationSubmitted;
import io.mallhub.customer.ApplicationWithdrawn;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the engine must know of applications. Runs in the transaction of the event, so that
 * application and command are committed together or not at all; nothing is sent here.
 */
@Component
class RegistrationProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;

    RegistrationProcessEvents(EngineCommands engine, ProcessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** The first round starts the process, later ones answer its request for a supplement. */
    @EventListener
    void on(ApplicationSubmitted event) {
        String occurrence = event.number() + "/" + event.round();
        if (event.round() == 1) {
            tell(
                    CustomerRegistration.SUBMITTED,
                    event.number(),
                    occurrence,
                    Map.of(
                            CustomerRegistration.APPLICATION_NUMBER,
                            event.number(),
                            CommonTasks.TIMING,
                            settings.registration().timing()),
                    settings.startMemory());
        } else {
            tell(
                    CustomerRegistration.SUPPLEMENTED,
                    event.number(),
                    occurrence,
                    Map.of("round", event.round()),
                    settings.messageMemory());
        }
    }

    @EventListener
    void on(ApplicationWithdrawn event) {
        tell(
                CustomerRegistration.WITHDRAWN,
                event.number(),
                event.number(),
                Map.of("withdrawalReason", event.reason()),
                settings.messageMemory());
    }

    private void tell(
            String message,
            String number,
            String occurrence,
            Map<String, Object> variables,
            Duration memory) {
        engine.tell(
                new EngineCommand(message + "/" + occurrence, message, number, variables, memory));
    }
}
