package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageStartEventSubscriptionIntent;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.mallhub.exporter.table.Rows;
import java.util.List;

/** Messages that started an instance. */
final class MessageStarts implements Projection {

    private final MessageCorrelations correlations;

    MessageStarts(MessageCorrelations correlations) {
        this.correlations = correlations;
    }

    @Override
    public ValueType valueType() {
        return ValueType.MESSAGE_START_EVENT_SUBSCRIPTION;
    }

    @Override
    public List<Rows> rows() {
        return List.of();
    }

    @Override
    public void apply(Record<?> event) {
        if (event.getIntent() == MessageStartEventSubscriptionIntent.CORRELATED) {
            var start = (MessageStartEventSubscriptionRecordValue) event.getValue();
            correlations.add(
                    event,
                    start.getMessageKey(),
                    start.getProcessInstanceKey(),
                    start.getStartEventId());
        }
    }
}
