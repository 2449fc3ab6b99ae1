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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * The first full load of products and stock into an empty mall, as the flows do it, beside batched
 * upserts of the rows that it left. The ERP's own time is part of what is measured.
 */
final class FullLoadBenchmark {
    private static final double TARGET = 0.5;
    private static final double FLAT = 0.9;
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Actor OPERATOR = Actor.system("benchmark");

    private final Simulator erp;
    private final int materials;

    FullLoadBenchmark(Simulator erp, int materials) {
        this.erp = erp;
        this.materials = materials;
    }

    /**
     * Twice, each time into an empty mall: the first load shows the heap and makes hub, ERP and
     * reference warm, the second is measured.
     */
    void run(Machine machine, Protocol protocol, Path secretsKey, Report report) throws Exception {
        Map<Flow, Double> first = new EnumMap<>(Flow.class);
        load(
                machine,
                protocol,
                secretsKey,
                "first",
                (hub, flow) -> first.put(flow, looked(hub, flow, protocol, report)));
        List<Measured> parts = new ArrayList<>();
        load(
                machine,
                protocol,
                secretsKey,
                "again",
                (hub, flow) ->
                        parts.add(
                                measure(
                                        hub,
                                        flow,
                                        protocol,
                                        Objects.requireNonNull(first.get(flow)),
                                        report)));
        report.add(together(protocol, parts));
    }

    /** What a wholesaler waits for on his first day: all products, and the stock of all. */
    private Result together(Protocol protocol, List<Measured> parts) {
        return new Result(
                "products with their stock, %,d, %s".formatted(materials, protocol),
                materials / parts.stream().mapToDouble(Measured::seconds).sum(),
                "batched INSERT … ON CONFLICT, same rows",
                materials / parts.stream().mapToDouble(Measured::referenceSeconds).sum(),
                "products",
                TARGET);
    }

    private void load(
            Machine machine, Protocol protocol, Path secretsKey, String time, Loading loading)
            throws Exception {
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
        String name = "load_" + protocol.name().toLowerCase(Locale.ROOT) + "_" + time;
        try (Hub hub = Hub.start(MallWithRoutes.class, machine.database(name), settings)) {
            hub.get(Connections.class)
                    .save(protocol.connection(erp.address()), protocol.name(), OPERATOR);
            loading.of(hub, Flow.PRODUCT_IN);
            // Without the product flow beside it: its next run would take part of the machine.
            loading.of(hub, Flow.STOCK_IN);
        }
    }

    /**
     * @return ratio of this load, in which much of the hub is not compiled yet and the heap is
     *     collected
     */
    private double looked(Hub hub, Flow flow, Protocol protocol, Report report) throws Exception {
        HeapInUse heap = new HeapInUse(materials);
        Loaded loaded = loaded(hub, flow, heap::after);
        report.add(
                new Result(
                        name(flow, loaded, protocol) + ", heap after its first part",
                        heap.first(),
                        "heap at its end",
                        heap.last(),
                        "MB",
                        FLAT,
                        "(" + heap + ")"));
        return loaded.rate() / reference(hub, flow);
    }

    private Measured measure(Hub hub, Flow flow, Protocol protocol, double first, Report report)
            throws Exception {
        Loaded loaded = loaded(hub, flow, read -> {});
        double reference = reference(hub, flow);
        report.add(
                new Result(
                        name(flow, loaded, protocol),
                        loaded.rate(),
                        "batched INSERT … ON CONFLICT, same rows",
                        reference,
                        "records",
                        TARGET,
                        note(hub, flow, loaded.took(), first)));
        return new Measured(materials / loaded.rate(), materials / reference);
    }

    private Loaded loaded(Hub hub, Flow flow, LongConsumer meanwhile) throws Exception {
        Connections connections = hub.get(Connections.class);
        Entity entity = flow == Flow.PRODUCT_IN ? Entity.PRODUCT : Entity.STOCK;
        long begin = System.nanoTime();
        connections.changePolicies("erp", Map.of(entity, Depth.IN), OPERATOR);
        FlowView view =
                new AwaitedFlow(connections, flow, LOOK, PATIENCE)
                        .loaded(now -> meanwhile.accept(now.read()));
        long took = System.nanoTime() - begin;
        mustAddUp(hub, flow, view);
        return new Loaded(view.read(), took);
    }

    private static double reference(Hub hub, Flow flow) throws SQLException {
        return BatchedUpserts.of(
                        flow == Flow.PRODUCT_IN
                                ? List.of("product", "base_price", "binding")
                                : List.of("stock_level"))
                .rate(hub.database());
    }

    private static String name(Flow flow, Loaded loaded, Protocol protocol) {
        return "%s full load, %,d records, %s"
                .formatted(
                        flow == Flow.PRODUCT_IN ? "product" : "stock", loaded.records(), protocol);
    }

    /** The hub waits for the ERP beside its own work, not after it. */
    private static String note(Hub hub, Flow flow, long took, double first) throws SQLException {
        String operation = flow == Flow.PRODUCT_IN ? "list-products" : "list-stock";
        try (Connection connection = hub.database().connect()) {
            Object[] waited =
                    CopiedTables.rows(
                                    connection,
                                    "SELECT sum(took_ms)::bigint FROM message_log"
                                            + " WHERE operation = ?",
                                    operation)
                            .getFirst();
            return "(%.1f s, in which the ERP took %.1f s to answer; the cold hub %.2f)"
                    .formatted(took / 1e9, ((Long) waited[0]) / 1e3, first);
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

    /** A load into the mall of this hub, and what is told of it. */
    @FunctionalInterface
    private interface Loading {
        void of(Hub hub, Flow flow) throws Exception;
    }

    /** One load, and its reference. */
    private record Measured(double seconds, double referenceSeconds) {}

    /**
     * @param took in nanoseconds
     */
    private record Loaded(long records, long took) {
        double rate() {
            return Rate.perSecond(records, took);
        }
    }
}
