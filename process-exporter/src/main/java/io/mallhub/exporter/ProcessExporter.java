package io.mallhub.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the events of one partition into PostgreSQL, exactly once in effect: rows and position
 * change in one transaction, and the broker offers again whatever comes after its last
 * acknowledgement.
 *
 * <p>While PostgreSQL is away or its tables aren't there yet, {@link #export} throws; the broker
 * goes on working and offers the same record again later. The broker calls on one thread at a time.
 */
public final class ProcessExporter implements Exporter {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Logger log = LoggerFactory.getLogger(ProcessExporter.class);
    private @Nullable Export export;
    private @Nullable Controller controller;
    private Duration interval = Duration.ZERO;
    private Duration pause = Duration.ZERO;
    private boolean failing;

    /** Runs once at boot on an instance that only checks the configuration: no database here. */
    @Override
    public void configure(Context context) {
        log = context.getLogger();
        ExporterSettings settings =
                ExporterSettings.from(context.getConfiguration().getArguments());
        interval = settings.interval();
        pause = interval;
        ReadModel model =
                new ReadModel(settings.businessNumberVariables(), settings.subjectVariables());
        context.setFilter(new EventFilter(model.valueTypes()));
        export =
                new Export(
                        model, new Database(settings, context.getPartitionId()), settings.batch());
    }

    @Override
    public void open(Controller given) {
        controller = given;
        given.readMetadata().map(ByteBuffer::wrap).ifPresent(b -> configured().resume(b.getLong()));
        scheduleWrite();
    }

    @Override
    public void export(Record<?> event) {
        try {
            if (configured().begin()) {
                log.error(
                        "The database is older than what was exported to it: events are missing from the read model");
            }
            acknowledge(configured().accept(event));
        } catch (SQLException | RuntimeException e) {
            noteFailure(e);
            throw new ExportDelayed(e);
        }
    }

    @Override
    public void close() {
        controller = null;
        if (export == null) {
            return;
        }
        try (Export ending = export) {
            ending.write();
        } catch (SQLException | RuntimeException e) {
            log.info("Not all is written at the end; it will be offered again: {}", e.toString());
        }
    }

    private void scheduleWrite() {
        if (controller != null) {
            controller.scheduleCancellableTask(pause, this::writeOnSchedule);
        }
    }

    /** Must not throw: the broker wouldn't run it again. */
    private void writeOnSchedule() {
        if (controller == null) {
            return;
        }
        try {
            acknowledge(configured().write());
            pause = interval;
        } catch (SQLException | RuntimeException e) {
            noteFailure(e);
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
        scheduleWrite();
    }

    private void acknowledge(OptionalLong written) {
        if (written.isEmpty() || controller == null) {
            return;
        }
        // The broker's own position moves on over events that were filtered out; ours is kept
        // beside it.
        byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(written.getAsLong()).array();
        controller.updateLastExportedRecordPosition(written.getAsLong(), position);
        if (failing) {
            failing = false;
            log.info("Exporting to PostgreSQL again");
        }
    }

    private void noteFailure(Exception failure) {
        if (!failing) {
            failing = true;
            log.warn("Can't export to PostgreSQL, will go on trying: {}", failure.toString());
        }
    }

    private Export configured() {
        if (export == null) {
            throw new IllegalStateException("configure() comes first");
        }
        return export;
    }
}
