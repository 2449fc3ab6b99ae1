package io.mallhub.exporter;

import io.camunda.zeebe.protocol.record.Record;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/** The export of one partition: collects changes and writes them in batches. */
final class Export implements AutoCloseable {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private static final long ALIVE_INTERVAL = Duration.ofSeconds(5).toNanos();

    private final ReadModel model;
    private final Database database;
    private final int batch;

    /** Up to here all is in the database. */
    private long written = UNKNOWN;

    /** Up to here all is in the database or in the model. */
    private long collected = UNKNOWN;

    private long collectedTime;

    private long said = System.nanoTime();

    /** Up to here an earlier run told the broker that all is written. */
    private long acknowledged = UNKNOWN;

    Export(ReadModel model, Database database, int batch) {
        this.model = model;
        this.database = database;
        this.batch = batch;
    }

    /** Says what an earlier run told the broker, so that {@link #begin()} can compare. */
    void resume(long acknowledgedBefore) {
        acknowledged = acknowledgedBefore;
    }

    /**
     * Finds out where to go on; does nothing if that is known.
     *
     * @return whether the database has lost what was written before, as after a restore: the broker
     *     won't offer those events again
     */
    boolean begin() throws SQLException {
        if (written != UNKNOWN) {
            return false;
        }
        written = database.position();
        collected = written;
        return acknowledged > written;
    }

    /**
     * Takes one event, after {@link #begin()}; may be offered the same again after a failure or a
     * restart.
     *
     * @return the position written, if this call wrote
     */
    OptionalLong accept(Record<?> event) throws SQLException {
        long position = event.getPosition();
        if (position > collected) {
            model.apply(event);
            collected = position;
            collectedTime = event.getTimestamp();
        }
        if (collected == written) {
            return OptionalLong.of(written); // an earlier run wrote it and wasn't heard
        }
        return model.changes() < batch ? OptionalLong.empty() : write();
    }

    /**
     * Writes what is collected.
     *
     * @return the position written, if there was anything to write
     */
    OptionalLong write() throws SQLException {
        if (collected == written) {
            sayAlive();
            return OptionalLong.empty();
        }
        database.write(model, written, collected, collectedTime);
        model.clear();
        written = collected;
        said = System.nanoTime();
        return OptionalLong.of(written);
    }

    /** Every few seconds while there is nothing to write: else idle and stuck looked the same. */
    private void sayAlive() throws SQLException {
        if (written != UNKNOWN && System.nanoTime() - said > ALIVE_INTERVAL) {
            database.alive(written);
            said = System.nanoTime();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
