package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.mallhub.exporter.table.Rows;
import java.util.List;

/**
 * Turns events of one kind into changes of rows. It copies what it keeps: the broker uses a record
 * again once it was offered.
 */
interface Projection {

    ValueType valueType();

    /** The rows this projection changes. */
    List<Rows> rows();

    void apply(Record<?> event);
}
