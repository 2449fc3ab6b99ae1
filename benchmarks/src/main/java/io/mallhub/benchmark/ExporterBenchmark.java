package io.mallhub.benchmark;

import io.mallhub.MallWithProcesses;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Deployment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The exporter beside the broker's own full rate: the order process with workers that do nothing.
 * It keeps up when the read models have all of it hardly later than the engine; the lag is looked
 * at while it runs.
 */
final class ExporterBenchmark {
    private static final double TARGET = 0.9;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final int instances;

    ExporterBenchmark(int instances) {
        this.instances = instances;
    }

    void run(Machine machine, Report report) throws Exception {
        Database database = machine.database("exporter");
        // Its exporter waits for the tables, which the hub makes.
        Broker broker = machine.broker(database);
        Map<String, Object> timing;
        try (Hub hub =
                Hub.start(
                        MallWithProcesses.class,
                        database,
                        Map.of(
                                "mallhub.zeebe.gateway", broker.gateway(),
                                "mallhub.zeebe.rest", broker.rest()))) {
            hub.get(Deployment.class).done().join();
            timing = hub.get(ProcessSettings.class).order().timing();
        }
        try (IdleProcess idle = IdleProcess.open(broker, timing);
                Connection connection = database.connect()) {
            idle.complete("EXPORT-WARM-", Math.max(1, instances / 4), PATIENCE);
            awaitQuiet(connection);
            long from = position(connection);
            long before = ended(connection);
            List<Long> lags = new CopyOnWriteArrayList<>();
            long begin = System.nanoTime();
            double[] rate = new double[1];
            Thread load =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            rate[0] = idle.complete("EXPORT-", instances, PATIENCE);
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    });
            while (load.isAlive()) {
                lags.add(lag(connection));
                LockSupport.parkNanos(LOOK.toNanos());
            }
            double loaded = (System.nanoTime() - begin) / 1e9;
            if (rate[0] == 0) {
                throw new IllegalStateException("The load failed");
            }
            while (ended(connection) < before + instances) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("Not all ended instances were exported");
                }
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            double exported = (System.nanoTime() - begin) / 1e9;
            long records = position(connection) - from;
            Collections.sort(lags);
            report.add(
                    new Result(
                            "exporter, %d instances".formatted(instances),
                            records / exported,
                            "the broker's own full rate",
                            records / loaded,
                            "records",
                            TARGET,
                            "%.1f instances/s, lag median %d ms, p95 %d ms, %d ms after the end"
                                    .formatted(
                                            rate[0],
                                            lags.get(lags.size() / 2),
                                            lags.get((int) (lags.size() * 0.95)),
                                            Math.round((exported - loaded) * 1000))));
        }
    }

    /** How old the newest exported record is now, in milliseconds. */
    private static long lag(Connection connection) throws SQLException {
        return number(
                connection,
                "SELECT coalesce((extract(epoch FROM now() - max(record_at)) * 1000)::bigint, 0)"
                        + " FROM engine.exporter_position");
    }

    private static long position(Connection connection) throws SQLException {
        return number(
                connection, "SELECT coalesce(sum(position), 0) FROM engine.exporter_position");
    }

    private static long ended(Connection connection) throws SQLException {
        return number(
                connection,
                "SELECT count(*) FROM engine.process_instance WHERE state = 'COMPLETED'");
    }

    private static void awaitQuiet(Connection connection) throws SQLException {
        long last = -1;
        while (last != position(connection)) {
            last = position(connection);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
