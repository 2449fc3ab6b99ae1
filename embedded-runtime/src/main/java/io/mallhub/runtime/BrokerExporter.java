package io.mallhub.runtime;

import java.nio.file.Path;
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
}
