package io.mallhub.exporter;

import static io.mallhub.exporter.table.Column.ifPresent;
import static io.mallhub.exporter.table.Column.key;
import static io.mallhub.exporter.table.Column.latest;
import static io.mallhub.exporter.table.ColumnType.BIGINT;
import static io.mallhub.exporter.table.ColumnType.INSTANT;
import static io.mallhub.exporter.table.ColumnType.TEXT;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.mallhub.exporter.table.Rows;
import io.mallhub.exporter.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published messages while the engine keeps them and after; their contents stay in the engine. */
final class Messages implements Projection {

    private final Rows rows =
            new Rows(
                    Table.guarded(
                            "message",
                            key("key", BIGINT),
                            latest("name", TEXT),
                            latest("correlation_key", TEXT),
                            latest("message_id", TEXT),
                            ifPresent("state", TEXT),
                            ifPresent("published_at", INSTANT),
                            ifPresent("keep_until", INSTANT),
                            ifPresent("expired_at", INSTANT)));

    @Override
    public ValueType valueType() {
        return ValueType.MESSAGE;
    }

    @Override
    public List<Rows> rows() {
        return List.of(rows);
    }

    @Override
    public void apply(Record<?> event) {
        long at = event.getTimestamp();
        switch ((MessageIntent) event.getIntent()) {
            case PUBLISHED -> change(event, "PUBLISHED", at, null);
            case EXPIRED -> change(event, "EXPIRED", null, at);
            default -> {}
        }
    }

    private void change(
            Record<?> event, String state, @Nullable Long published, @Nullable Long expired) {
        MessageRecordValue message = (MessageRecordValue) event.getValue();
        rows.add(
                event.getPosition(),
                event.getKey(),
                message.getName(),
                message.getCorrelationKey(),
                Texts.present(message.getMessageId()),
                state,
                published,
                Keys.present(message.getDeadline()),
                expired);
    }
}
