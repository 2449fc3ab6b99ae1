package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.mallhub.exporter.table.Rows;
import java.util.List;

/** Timers that instances wait for; those that start a process belong to no instance. */
final class WaitingTimers implements Projection {

    private final Waiting waiting;

    WaitingTimers(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public ValueType valueType() {
        return ValueType.TIMER;
    }

    @Override
    public List<Rows> rows() {
        return List.of();
    }

    @Override
    public void apply(Record<?> event) {
        TimerRecordValue timer = (TimerRecordValue) event.getValue();
        if (timer.getProcessInstanceKey() < 0) {
            return;
        }
        switch ((TimerIntent) event.getIntent()) {
            case CREATED, MIGRATED -> change(event, timer, true);
            case TRIGGERED, CANCELED -> change(event, timer, false);
            default -> {}
        }
    }

    private void change(Record<?> event, TimerRecordValue timer, boolean open) {
        waiting.change(
                event,
                "TIMER",
                timer.getProcessInstanceKey(),
                timer.getElementInstanceKey(),
                timer.getTargetElementId(),
                null,
                null,
                timer.getDueDate(),
                open);
    }
}
