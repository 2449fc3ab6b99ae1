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

    /**
     * Counting is not what is measured: often enough for the figure, seldom enough for the rest.
     */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final int orders;

    OrderProcessBenchmark(int orders) {
        this.orders = orders;
    }

    /**
     * Both sides on a warm broker and in a warm virtual machine, the reference before and after
     * what is measured: neither gains by its turn.
     */
    void run(Machine machine, Report report) throws Exception {
        Database database = machine.database("order_process");
        List<String> numbers;
        try (Hub hub = Hub.start(MallAlone.class, database, Map.of())) {
            numbers = Shop.open(hub, 3 * orders).submit(5 * orders, 7);
        }
        Broker broker = machine.broker(database);
        Map<String, Object> timing;
        try (Hub hub = start(database, broker)) {
            timing = hub.get(ProcessSettings.class).order().timing();
            complete(hub, numbers.subList(0, 3 * orders));
            mustAddUp(hub, numbers.subList(0, 3 * orders), 3 * orders);
        }
        double before;
        try (IdleProcess idle = IdleProcess.open(broker, timing)) {
            idle.complete("IDLE-WARM-", 2 * orders, PATIENCE);
            before = idle.complete("IDLE-BEFORE-", orders, PATIENCE);
        }
        double measured;
        try (Hub hub = start(database, broker)) {
            complete(hub, numbers.subList(3 * orders, 4 * orders));
            measured = complete(hub, numbers.subList(4 * orders, 5 * orders));
            mustAddUp(hub, numbers.subList(3 * orders, 5 * orders), 5 * orders);
        }
        double after;
        try (IdleProcess idle = IdleProcess.open(broker, timing)) {
            after = idle.complete("IDLE-AFTER-", orders, PATIENCE);
        }
        report.add(
                new Result(
                        "order process, %d orders, all steps automatic".formatted(orders),
                        measured,
                        "same BPMN, workers that do nothing",
                        2 / (1 / before + 1 / after),
                        "completed",
                        TARGET,
                        "reference before %.1f, after %.1f".formatted(before, after)));
    }

    private static Hub start(Database database, Broker broker) {
        Hub hub =
                Hub.start(
                        MallWithProcesses.class,
                        database,
                        Map.of(
                                "mallhub.zeebe.gateway", broker.gateway(),
                                "mallhub.zeebe.rest", broker.rest()));
        hub.get(Deployment.class).done().join();
        return hub;
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

    /**
     * None lost, none twice: in the ERP of this hub, in the outbox, in the ledger.
     *
     * @param all orders that were submitted so far, to this hub or one before
     */
    private static void mustAddUp(Hub hub, List<String> numbers, int all) throws SQLException {
        PromptErp erp = hub.get(PromptErp.class);
        if (!erp.failures().isEmpty()) {
            throw new IllegalStateException("The ERP's reports failed", erp.failures().peek());
        }
        if (!erp.taken().equals(new HashSet<>(numbers))) {
            throw new IllegalStateException("The ERP has other orders than were submitted");
        }
        try (Connection connection = hub.database().connect()) {
            mustBe(all, connection, "sales_order WHERE state = 'COMPLETED'");
            mustBe(all, connection, "receivable_entry WHERE kind = 'INVOICE'");
            mustBe(all, connection, "order_shipment");
            mustBe(3L * all, connection, "engine_command");
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
