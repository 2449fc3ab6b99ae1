package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessMessageSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.mallhub.exporter.table.Rows;
import java.util.List;

/** Messages that instances wait for. */
final class WaitingMessages implements Projection {

    private final Waiting waiting;

    private final MessageCorrelations correlations;

    WaitingMessages(Waiting waiting, MessageCorrelations correlations) {
        this.correlations = correlations;
        this.waiting = waiting;
    }

    @Override
    public ValueType valueType() {
        return ValueType.PROCESS_MESSAGE_SUBSCRIPTION;
    }

    @Override
    public List<Rows> rows() {
        return List.of();
    }

    @Override
    public void apply(Record<?> event) {
        var value = (ProcessMessageSubscriptionRecordValue) event.getValue();
        switch ((ProcessMessageSubscriptionIntent) event.getIntent()) {
            case CREATING, CREATED, MIGRATED -> change(event, value, true);
            // A boundary event that doesn't interrupt goes on waiting.
            case CORRELATED -> {
                correlations.add(
                        event,
                        value.getMessageKey(),
                        value.getProcessInstanceKey(),
                        value.getElementId());
                change(event, value, !value.isInterrupting());
            }
            case DELETING, DELETED -> change(event, value, false);
            default -> {}
        }
    }

    private void change(
            Record<?> event, ProcessMessageSubscriptionRecordValue value, boolean open) {
        waiting.change(
                event,
                "MESSAGE",
                value.getProcessInstanceKey(),
                value.getElementInstanceKey(),
                value.getElementId(),
                value.getMessageName(),
                value.getCorrelationKey(),
                null,
                open);
    }
}
