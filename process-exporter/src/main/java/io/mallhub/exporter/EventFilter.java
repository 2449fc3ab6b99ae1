package io.mallhub.exporter;

import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.Set;

/** Only what happened, and only of these kinds; the broker skips the rest cheaply. */
record EventFilter(Set<ValueType> valueTypes) implements Context.RecordFilter {

    @Override
    public boolean acceptType(RecordType type) {
        return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
        return valueTypes.contains(type);
    }
}
