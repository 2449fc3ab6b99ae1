package io.mallhub.processes.commission;

import io.mallhub.bpmn.CommissionPayout;
import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CommonTasks;
import io.mallhub.commission.LineDisputed;
import io.mallhub.commission.PayoutRequested;
import io.mallhub.commission.StatementConfirmed;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the engine must know of commission, in the transaction of the event. */
@Component
class CommissionProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;

    CommissionProcessEvents(EngineCommands engine, ProcessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @EventListener
    void on(PayoutRequested event) {
        String month = event.month().toString();
        engine.tell(
                new EngineCommand(
                        CommissionPayout.REQUESTED + "/" + month,
                        CommissionPayout.REQUESTED,
                        month,
                        Map.of(
                                CommissionPayout.MONTH,
                                month,
                                CommonTasks.TIMING,
                                settings.commission().timing()),
                        settings.startMemory()));
    }

    @EventListener
    void on(StatementConfirmed event) {
        tell(CommissionStatement.CONFIRMED, event.number(), "", Map.of());
    }

    @EventListener
    void on(LineDisputed event) {
        tell(
                CommissionStatement.LINE_DISPUTED,
                event.number(),
                "/" + event.dispute(),
                Map.of("dispute", event.dispute()));
    }

    private void tell(
            String message, String number, String occurrence, Map<String, Object> variables) {
        engine.tell(
                new EngineCommand(
                        message + "/" + number + occurrence,
                        message,
                        number,
                        variables,
                        settings.messageMemory()));
    }
}
