package io.mallhub.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs every benchmark, prints the table and writes {@code benchmarks/target/results.json}.
 *
 * <p>Options: {@code --orders=1500} submitted per measurement, {@code --materials=20000} in the
 * ERP, {@code --catalogue=1000000} in the large mall of the deltas, {@code --processes=400} orders
 * in the process, {@code --instances=1000000} in the read models, {@code
 * --only=submit,process,exporter,load,delta,cockpit,promotion,flash,inbound} some benchmarks by
 * name.
 */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("benchmarks", "target", "results.json");
    private static final List<String> ALL =
            List.of(
                    "submit",
                    "process",
                    "exporter",
                    "load",
                    "delta",
                    "cockpit",
                    "promotion",
                    "flash",
                    "inbound");

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        Sizes sizes =
                new Sizes(
                        Integer.parseInt(option(args, "orders", "1500")),
                        Integer.parseInt(option(args, "materials", "20000")),
                        Integer.parseInt(option(args, "processes", "400")),
                        Integer.parseInt(option(args, "instances", "1000000")),
                        Integer.parseInt(option(args, "catalogue", "1000000")));
        List<String> only = List.of(option(args, "only", String.join(",", ALL)).split(","));
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("at", Clock.systemUTC().instant().toString());
        circumstances.put("sizes", sizes);
        circumstances.putAll(Computer.facts());
        Report report = run(sizes, only, System.out);
        circumstances.put("loadAverageAtEnd", Computer.load());
        report.print();
        report.write(RESULTS, circumstances);
        System.exit(0);
    }

    /**
     * Every benchmark checks that what it counts adds up.
     *
     * @throws IllegalStateException when it does not
     */
    static Report run(Sizes sizes, List<String> only, PrintStream out) throws Exception {
        if (!ALL.containsAll(only)) {
            throw new IllegalArgumentException("There is " + ALL + ", not " + only);
        }
        Report report = new Report(out);
        if (only.contains("promotion")) {
            new PromotionBenchmark(Math.min(sizes.orders(), 500)).run(report);
        }
        if (only.equals(List.of("promotion"))) {
            return report; // needs no database and no broker
        }
        try (Machine machine = Machine.start()) {
            if (only.contains("submit")) {
                new OrderSubmitBenchmark(sizes.orders()).run(machine, report);
            }
            if (only.contains("flash")) {
                new FlashSaleBenchmark(sizes.orders()).run(machine, report);
            }
            if (only.contains("inbound")) {
                new InboundCallsBenchmark(Math.max(4, sizes.orders() / 5)).run(machine, report);
            }
            if (only.contains("process")) {
                new OrderProcessBenchmark(sizes.processes()).run(machine, report);
            }
            if (only.contains("exporter")) {
                new ExporterBenchmark(sizes.processes()).run(machine, report);
            }
            if (only.contains("cockpit")) {
                new CockpitBenchmark(sizes.instances()).run(machine, report);
            }
            if (only.contains("delta")) {
                new DeltaBenchmark(sizes.catalogue()).run(machine, report);
            }
            if (only.contains("load")) {
                try (Simulator erp = machine.simulator("erp_simulator", sizes.materials())) {
                    for (Protocol protocol : Protocol.values()) {
                        new FullLoadBenchmark(erp, sizes.materials())
                                .run(machine, protocol, machine.file("secrets.key"), report);
                    }
                }
            }
        }
        return report;
    }

    private static String option(String[] args, String name, String otherwise) {
        String start = "--" + name + "=";
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(start))
                .map(arg -> arg.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
