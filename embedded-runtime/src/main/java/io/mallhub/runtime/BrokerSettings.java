package io.mallhub.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to run an embedded broker.
 *
 * @param partitions fixed when the data is created
 * @param heapMegabytes of the broker's JVM; about 120 MB come on top
 * @param fastStart for tests: less compilation, so less throughput
 * @param environment further settings of the broker, as {@code ZEEBE_...} variables
 */
public record BrokerSettings(
        BrokerDistribution distribution,
        BrokerPorts ports,
        int partitions,
        int heapMegabytes,
        boolean fastStart,
        List<BrokerExporter> exporters,
        Map<String, String> environment) {

    public BrokerSettings {
        exporters = List.copyOf(exporters);
        environment = Map.copyOf(environment);
    }

    /** One partition on any free ports, no exporter. */
    public static BrokerSettings standard(BrokerDistribution distribution) {
        return new BrokerSettings(
                distribution, BrokerPorts.anyFree(), 1, 256, false, List.of(), Map.of());
    }

    public BrokerSettings onPorts(BrokerPorts newPorts) {
        return new BrokerSettings(
                distribution,
                newPorts,
                partitions,
                heapMegabytes,
                fastStart,
                exporters,
                environment);
    }

    public BrokerSettings withExporter(BrokerExporter exporter) {
        return new BrokerSettings(
                distribution,
                ports,
                partitions,
                heapMegabytes,
                fastStart,
                Stream.concat(exporters.stream(), Stream.of(exporter)).toList(),
                environment);
    }

    public BrokerSettings with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new BrokerSettings(
                distribution, ports, partitions, heapMegabytes, fastStart, exporters, more);
    }

    public BrokerSettings forTests() {
        return new BrokerSettings(
                distribution, ports, partitions, heapMegabytes, true, exporters, environment);
    }
}
