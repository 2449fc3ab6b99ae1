package io.mallhub.processes.payment;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.payment.RefundRequested;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A refund is an instance of its own, told in the transaction that decides it. */
@Component
class RefundProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;

    RefundProcessEvents(EngineCommands engine, ProcessSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @EventListener
    void on(RefundRequested event) {
        engine.tell(
                new EngineCommand(
                        OnlineRefund.REQUESTED + "/" + event.refund(),
                        OnlineRefund.REQUESTED,
                        event.refund(),
                        Map.of(
                                OnlineRefund.REFUND_NUMBER,
                                event.refund(),
                                CommonTasks.CUSTOMER_NAME,
                                event.customerName(),
                                CommonTasks.TIMING,
                                settings.refund().timing()),
                        settings.startMemory()));
    }
}
