package io.mallhub.benchmark;

import io.mallhub.MallAlone;
import io.mallhub.MallWithProcesses;
import io.mallhub.benchmark.erp.PromptErp;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.engine.Deployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submitted orders on their way through {@code order-approval.bpmn} with no person asked: outbox,
 * engine, workers, and the mall's rows of every step; beside it the same diagram on the same broker
 * with workers that do nothing. Submitting the orders is measured elsewhere.
 */
final class OrderProcessBenchmark {
    private static final double TARGET = 0.7;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final int orders;

    OrderProcessBenchmark(int orders) {
        this.orders = orders;
    }

    void run(Machine machine, Report report) throws Exception {
        Database database = machine.database("order_process");
        int warmUp = Math.max(1, orders / 2);
        List<String> numbers;
        try (Hub hub = Hub.start(MallAlone.class, database, Map.of())) {
            numbers = Shop.open(hub, orders).submit(warmUp + orders, 7);
        }
        Broker broker = machine.broker(database);
        Map<String, Object> timing;
        double measured;
        try (Hub hub =
                Hub.start(
                        MallWithProcesses.class,
                        database,
                        Map.of(
                                "mallhub.zeebe.gateway", broker.gateway(),
                                "mallhub.zeebe.rest", broker.rest()))) {
            hub.get(Deployment.class).done().join();
            timing = hub.get(ProcessSettings.class).order().timing();
            complete(hub, numbers.subList(0, warmUp));
            measured = complete(hub, numbers.subList(warmUp, numbers.size()));
            mustAddUp(hub, numbers);
        }
        double reference;
        try (IdleProcess idle = IdleProcess.open(broker, timing)) {
            idle.complete("IDLE-WARM-", warmUp, PATIENCE);
            reference = idle.complete("IDLE-", orders, PATIENCE);
        }
        report.add(
                new Result(
                        "order process, %d orders, all steps automatic".formatted(orders),
                        measured,
                        "same BPMN, workers that do nothing",
                        reference,
                        "completed",
                        TARGET));
    }

    /** Per second, from the first event to the last order's completion. */
    private static double complete(Hub hub, List<String> numbers) throws Exception {
        TransactionTemplate transaction = hub.get(TransactionTemplate.class);
        try (Connection connection = hub.database().connect()) {
            long before = completed(connection);
            long begin = System.nanoTime();
            for (String number : numbers) {
                transaction.executeWithoutResult(_ -> hub.publish(new OrderSubmitted(number)));
            }
            while (completed(connection) < before + numbers.size()) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new TimeoutException("Orders not completed within " + PATIENCE);
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return Rate.perSecond(numbers.size(), System.nanoTime() - begin);
        }
    }

    private static long completed(Connection connection) throws SQLException {
        return CopiedTables.count(connection, "sales_order WHERE state = 'COMPLETED'");
    }

    /** None lost, none twice: in the ERP, in the outbox, in the ledger. */
    private static void mustAddUp(Hub hub, List<String> numbers) throws SQLException {
        PromptErp erp = hub.get(PromptErp.class);
        if (!erp.failures().isEmpty()) {
            throw new IllegalStateException("The ERP's reports failed", erp.failures().peek());
        }
        if (!erp.taken().equals(new HashSet<>(numbers))) {
            throw new IllegalStateException("The ERP has other orders than were submitted");
        }
        try (Connection connection = hub.database().connect()) {
            mustBe(numbers.size(), connection, "sales_order WHERE state = 'COMPLETED'");
            mustBe(numbers.size(), connection, "receivable_entry WHERE kind = 'INVOICE'");
            mustBe(numbers.size(), connection, "order_shipment");
            mustBe(3L * numbers.size(), connection, "engine_command");
        }
    }

    private static void mustBe(long expected, Connection connection, String rows)
            throws SQLException {
        long found = CopiedTables.count(connection, rows);
        if (found != expected) {
            throw new IllegalStateException(
                    "%d rows instead of %d in %s".formatted(found, expected, rows));
        }
    }
}
