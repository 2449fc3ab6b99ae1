package io.mallhub.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints each result as it comes, and writes all of them as JSON. */
final class Report {
    private static final String ROW = "%-44s %12s %-44s %12s %6s %6s  %s%n";
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final List<Result> results = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void add(Result result) {
        results.add(result);
        out.printf("  measured: %s, ratio %.2f %s%n", result.flow(), result.ratio(), result.note());
    }

    /** For those who watch. */
    void say(String words) {
        out.println("  " + words);
    }

    List<Result> results() {
        return List.copyOf(results);
    }

    void print() {
        out.println();
        out.printf(
                ROW,
                "flow",
                "measured/s",
                "reference",
                "reference/s",
                "ratio",
                "target",
                "reached");
        results.forEach(
                each ->
                        out.printf(
                                ROW,
                                each.flow(),
                                figure(each.measured()),
                                each.reference(),
                                figure(each.referenceMeasured()),
                                "%.2f".formatted(each.ratio()),
                                "%.2f".formatted(each.target()),
                                each.reached() ? "yes" : "NO"));
    }

    void write(Path file, Map<String, Object> circumstances) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(circumstances);
        all.put("results", results.stream().map(Report::fields).toList());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }

    private static Map<String, Object> fields(Result result) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("flow", result.flow());
        fields.put("unit", result.unit());
        fields.put("measured", result.measured());
        fields.put("reference", result.reference());
        fields.put("referenceMeasured", result.referenceMeasured());
        fields.put("ratio", result.ratio());
        fields.put("target", result.target());
        fields.put("reached", result.reached());
        fields.put("note", result.note());
        return fields;
    }

    private static String figure(double rate) {
        return rate < 100 ? "%.1f".formatted(rate) : "%,.0f".formatted(rate);
    }
}
