package io.mallhub.benchmark;

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
 * ERP, {@code --only=submit,load} some benchmarks by name.
 */
public final class Benchmarks {
    private static final Path RESULTS = Path.of("benchmarks", "target", "results.json");

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        int orders = Integer.parseInt(option(args, "orders", "1500"));
        int materials = Integer.parseInt(option(args, "materials", "20000"));
        List<String> only = List.of(option(args, "only", "submit,load").split(","));
        Report report = new Report(System.out);
        try (Machine machine = Machine.start()) {
            if (only.contains("submit")) {
                new OrderSubmitBenchmark(orders).run(machine, report);
            }
            if (only.contains("load")) {
                try (Simulator erp = machine.simulator(materials)) {
                    for (Protocol protocol : Protocol.values()) {
                        new FullLoadBenchmark(erp)
                                .run(machine, protocol, machine.file("secrets.key"), report);
                    }
                }
            }
        }
        report.print();
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("at", Clock.systemUTC().instant().toString());
        circumstances.put("orders", orders);
        circumstances.put("materials", materials);
        circumstances.put("processors", Runtime.getRuntime().availableProcessors());
        circumstances.put("java", Runtime.version().toString());
        report.write(RESULTS, circumstances);
        System.exit(0);
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
