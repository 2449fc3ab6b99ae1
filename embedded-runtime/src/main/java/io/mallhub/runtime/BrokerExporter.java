package io.mallhub.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An exporter to load into the broker.
 *
 * @param id names its position in the log: another id starts from the beginning
 * @param jar holds the class and all it needs beyond the exporter API
 * @param arguments by name; the broker lower-cases the names
 */
public record BrokerExporter(String id, String className, Path jar, Map<String, String> arguments) {

    public BrokerExporter {
        arguments = Map.copyOf(arguments);
    }

    /**
     * MallHub's own exporter, which writes the read models of processes and tasks.
     *
     * @param jar as {@link ExporterJar#find} gives it
     * @param businessNumberVariables process variables that hold the business number of an
     *     instance, such as {@code orderNumber}
     * @param subjectVariables process variables that say whom or what an instance is about
     */
    public static BrokerExporter processExporter(
            Path jar,
            String jdbcUrl,
            String user,
            String password,
            List<String> businessNumberVariables,
            List<String> subjectVariables) {
        return new BrokerExporter(
                "postgres",
                ExporterJar.CLASS_NAME,
                jar,
                Map.of(
                        "url", jdbcUrl,
                        "user", user,
                        "password", password,
                        "businessNumberVariables", String.join(",", businessNumberVariables),
                        "subjectVariables", String.join(",", subjectVariables)));
    }
}
