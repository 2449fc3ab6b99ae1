package io.mallhub.benchmark;

import io.mallhub.MallWithRoutes;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.shared.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * New prices of some products brought into a large mall, beside as many into a small one, in turns.
 * Each mall has an ERP of its own with the same products. From the wish to run until all are there:
 * the ERP's own time is part of it.
 */
final class DeltaBenchmark {
    private static final int MOST = 1_000;
    private static final int SMALL = 10_000;
    private static final int WARMING = 3;
    private static final int ROUNDS = 9;
    private static final double TARGET = 1 / 1.5;
    private static final Actor OPERATOR = Actor.system("benchmark");

    private final int large;
    private final int small;
    private final int changes;

    /**
     * @param products in the large mall
     */
    DeltaBenchmark(int products) {
        large = products;
        small = Math.min(SMALL, products / 2);
        changes = Math.min(MOST, small / 2);
    }

    void run(Machine machine, Report report) throws Exception {
        try (Mall few = new Mall(machine, "few", small);
                Mall many = new Mall(machine, "many", large)) {
            few.load();
            many.load();
            report.say("%,d and %,d products are there".formatted(small, large));
            List<Double> inFew = new ArrayList<>();
            List<Double> inMany = new ArrayList<>();
            for (int round = 0; round < WARMING + ROUNDS; round++) {
                double beside = few.rate(round);
                double measured = many.rate(round);
                if (round >= WARMING) {
                    inFew.add(beside);
                    inMany.add(measured);
                }
            }
            report.add(
                    new Result(
                            "delta of %,d in %,d products".formatted(changes, large),
                            Rate.median(inMany),
                            "the same in %,d".formatted(small),
                            Rate.median(inFew),
                            "records",
                            TARGET,
                            "(medians of %d rounds in turns)".formatted(ROUNDS)));
        }
    }

    /** A hub and the ERP it reads. */
    private final class Mall implements AutoCloseable {
        /** What the seed makes at most; the rest are copies of them. */
        private static final int SEEDED = 20_000;

        private final int products;
        private final Simulator erp;
        private final Hub hub;
        private final AwaitedFlow flow;

        Mall(Machine machine, String name, int products) throws SQLException {
            this.products = products;
            erp = machine.simulator("erp_" + name, Math.min(products, SEEDED));
            hub =
                    Hub.start(
                            MallWithRoutes.class,
                            machine.database("delta_" + name),
                            Map.of(
                                    "mallhub.secrets-key-file",
                                    machine.file(name + ".key"),
                                    "mallhub.routes.tick",
                                    "10ms",
                                    // Only when it is asked to, and without second looks.
                                    "mallhub.flows.interval",
                                    "1d",
                                    "mallhub.flows.overlap",
                                    "1d"));
            flow =
                    new AwaitedFlow(
                            hub.get(Connections.class),
                            Flow.PRODUCT_IN,
                            Duration.ofMillis(10),
                            Duration.ofHours(1));
            fill();
        }

        /** Copies with numbers of their own, changed one after the other in the last years. */
        private void fill() throws SQLException {
            try (Connection connection = erp.database().connect();
                    PreparedStatement copies =
                            connection.prepareStatement(
                                    """
                                    INSERT INTO t_item (number, name, model, dosage_form,
                                        approval_no, holder_cn, holder_en, maker_cn, maker_en,
                                        drug_code, drug_code_remark, unit, tax_percent, sale_price,
                                        forbidden, modify_time)
                                    SELECT number || '-' || copy, name, model, dosage_form,
                                        approval_no, holder_cn, holder_en, maker_cn, maker_en,
                                        drug_code, drug_code_remark, unit, tax_percent, sale_price,
                                        forbidden, modify_time
                                    FROM t_item, generate_series(1, ?) AS copies (copy)
                                    ORDER BY copy, number LIMIT ?
                                    """);
                    Statement rest = connection.createStatement()) {
                int missing = products - Math.min(products, SEEDED);
                copies.setInt(1, (missing + SEEDED - 1) / SEEDED);
                copies.setInt(2, missing);
                copies.executeUpdate();
                rest.execute(
                        """
                        UPDATE t_item SET modify_time = now() - interval '30 s' * place
                        FROM (SELECT number AS numbered, row_number() OVER (ORDER BY number) AS place
                            FROM t_item) AS places
                        WHERE number = numbered
                        """);
                rest.execute("VACUUM ANALYZE t_item");
            }
        }

        void load() throws TimeoutException, SQLException {
            Connections connections = hub.get(Connections.class);
            connections.save(Protocol.REST.connection(erp.address()), "ERP", OPERATOR);
            connections.changePolicies(
                    AwaitedFlow.CONNECTION, Map.of(Entity.PRODUCT, Depth.IN), OPERATOR);
            long read = flow.loaded(view -> {}).read();
            if (read != products) {
                throw new IllegalStateException("%d of %d were read".formatted(read, products));
            }
            try (Connection connection = hub.database().connect();
                    Statement vacuum = connection.createStatement()) {
                vacuum.execute("VACUUM ANALYZE");
            }
        }

        /** Changed products per second. */
        double rate(int round) throws SQLException, TimeoutException {
            change(round);
            FlowView before = flow.now();
            long begin = System.nanoTime();
            hub.get(Connections.class).runNow(AwaitedFlow.CONNECTION, flow.flow().id(), OPERATOR);
            FlowView after = flow.until(view -> view.read() >= before.read() + changes);
            double rate = Rate.perSecond(changes, System.nanoTime() - begin);
            if (after.applied() + after.quarantined()
                    != before.applied() + before.quarantined() + changes) {
                throw new IllegalStateException("Not as many were applied: " + after);
            }
            return rate;
        }

        /** Others in each round, spread over the whole list. */
        private void change(int round) throws SQLException {
            try (Connection connection = erp.database().connect();
                    PreparedStatement update =
                            connection.prepareStatement(
                                    """
                                    UPDATE t_item SET sale_price = sale_price + 1,
                                        modify_time = clock_timestamp()
                                    WHERE number IN (
                                        SELECT number FROM (
                                            SELECT number, row_number() OVER (ORDER BY number)
                                                AS place
                                            FROM t_item) AS places
                                        WHERE place % ? = ? LIMIT ?)
                                    """)) {
                int apart = products / changes;
                update.setInt(1, apart);
                update.setInt(2, round % apart);
                update.setInt(3, changes);
                if (update.executeUpdate() != changes) {
                    throw new IllegalStateException("Not as many were changed");
                }
            }
        }

        @Override
        public void close() {
            hub.close();
            erp.close();
        }
    }
}
