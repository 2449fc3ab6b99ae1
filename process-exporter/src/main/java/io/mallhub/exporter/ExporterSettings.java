package io.mallhub.exporter;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the exporter. Their names count without case, dashes and underscores, for the broker
 * lower-cases those that come from the environment.
 *
 * @param url JDBC URL of the hub's database
 * @param businessNumberVariables process variables whose value becomes the business number of their
 *     instance
 * @param subjectVariables process variables whose value becomes the subject of their instance, such
 *     as a customer's name
 * @param batch events after which changes are written at once
 * @param interval after which changes are written in any case
 */
record ExporterSettings(
        String url,
        String user,
        String password,
        Set<String> businessNumberVariables,
        Set<String> subjectVariables,
        int batch,
        Duration interval) {

    private static final int DEFAULT_BATCH = 500;
    private static final int DEFAULT_INTERVAL_MILLIS = 200;

    /**
     * @throws IllegalArgumentException if the URL or the user is missing, or a number isn't one
     */
    static ExporterSettings from(Map<String, Object> arguments) {
        Map<String, String> values = new TreeMap<>();
        arguments.forEach((name, value) -> values.put(plain(name), String.valueOf(value)));
        return new ExporterSettings(
                required(values, "url"),
                required(values, "user"),
                values.getOrDefault("password", ""),
                names(values.get("businessnumbervariables")),
                names(values.get("subjectvariables")),
                positive(values, "batch", DEFAULT_BATCH),
                Duration.ofMillis(positive(values, "intervalmillis", DEFAULT_INTERVAL_MILLIS)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String required(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("argument missing: " + name));
    }

    private static Set<String> names(@Nullable String list) {
        return list == null
                ? Set.of()
                : new LinkedHashSet<>(
                        Stream.of(list.split(","))
                                .map(String::strip)
                                .filter(n -> !n.isEmpty())
                                .toList());
    }

    private static int positive(Map<String, String> values, String name, int fallback) {
        String value = values.get(name);
        int number = value == null ? fallback : Integer.parseInt(value.strip());
        if (number <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
        return number;
    }
}
