package io.mallhub.benchmark;

import io.mallhub.MallWithRoutes;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.shared.Actor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The first full load of products and stock into an empty mall, as the flows do it, beside batched
 * upserts of the rows that it left. The ERP's own time is part of what is measured.
 */
final class FullLoadBenchmark {
    private static final double TARGET = 0.5;
    private static final double FLAT = 0.9;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Actor OPERATOR = Actor.system("benchmark");

    private final Simulator erp;
    private final int materials;

    FullLoadBenchmark(Simulator erp, int materials) {
        this.erp = erp;
        this.materials = materials;
    }

    void run(Machine machine, Protocol protocol, Path secretsKey, Report report) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "mallhub.secrets-key-file",
                        secretsKey,
                        "mallhub.routes.tick",
                        "100ms",
                        // No second look, which would take part of the machine from the reference.
                        "mallhub.flows.interval",
                        "1d",
                        "mallhub.flows.overlap",
                        "1d");
        String name = protocol.name().toLowerCase(java.util.Locale.ROOT);
        try (Hub hub =
                Hub.start(MallWithRoutes.class, machine.database("load_" + name), settings)) {
            Connections connections = hub.get(Connections.class);
            connections.save(protocol.connection(erp.address()), protocol.name(), OPERATOR);
            measure(hub, protocol, Flow.PRODUCT_IN, Map.of(Entity.PRODUCT, Depth.IN), report);
            // Without the product flow beside it: its next run would take part of the machine.
            measure(hub, protocol, Flow.STOCK_IN, Map.of(Entity.STOCK, Depth.IN), report);
        }
    }

    private void measure(
            Hub hub, Protocol protocol, Flow flow, Map<Entity, Depth> policies, Report report)
            throws Exception {
        Connections connections = hub.get(Connections.class);
        HeapInUse heap = new HeapInUse(materials);
        long begin = System.nanoTime();
        connections.changePolicies("erp", policies, OPERATOR);
        FlowView loaded =
                new AwaitedFlow(connections, flow, LOOK, PATIENCE)
                        .loaded(view -> heap.after(view.read()));
        long took = System.nanoTime() - begin;
        double measured = Rate.perSecond(loaded.read(), took);
        mustAddUp(hub, flow, loaded);
        BatchedUpserts reference =
                BatchedUpserts.of(
                        flow == Flow.PRODUCT_IN
                                ? List.of("product", "base_price", "binding")
                                : List.of("stock_level"));
        String load =
                "%s full load, %,d records, %s"
                        .formatted(
                                flow == Flow.PRODUCT_IN ? "product" : "stock",
                                loaded.read(),
                                protocol);
        report.add(
                new Result(
                        load,
                        measured,
                        "batched INSERT … ON CONFLICT, same rows",
                        reference.rate(hub.database()),
                        "records",
                        TARGET,
                        note(hub, flow, took)));
        report.add(
                new Result(
                        load + ", heap after its first part",
                        heap.first(),
                        "heap at its end",
                        heap.last(),
                        "MB",
                        FLAT,
                        "(" + heap + ")"));
    }

    /** The hub waits for the ERP beside its own work, not after it. */
    private static String note(Hub hub, Flow flow, long took) throws SQLException {
        String operation = flow == Flow.PRODUCT_IN ? "list-products" : "list-stock";
        try (Connection connection = hub.database().connect()) {
            Object[] waited =
                    CopiedTables.rows(
                                    connection,
                                    "SELECT sum(took_ms)::bigint FROM message_log"
                                            + " WHERE operation = ?",
                                    operation)
                            .getFirst();
            return "(%.1f s, of which the ERP took %.1f s to answer)"
                    .formatted(took / 1e9, ((Long) waited[0]) / 1e3);
        }
    }

    /** Every record of the ERP was read once, and is there or in quarantine. */
    private void mustAddUp(Hub hub, Flow flow, FlowView loaded) throws SQLException {
        try (Connection connection = hub.database().connect()) {
            long kept =
                    CopiedTables.count(
                            connection, flow == Flow.PRODUCT_IN ? "product" : "stock_level");
            if (loaded.read() != materials
                    || kept != loaded.applied()
                    || kept + loaded.quarantined() != materials) {
                throw new IllegalStateException(
                        "%d of %d records are there: %s".formatted(kept, materials, loaded));
            }
        }
    }
}
