package io.mallhub.runtime;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The broker's settings as environment variables. */
final class BrokerEnvironment {

    private static final String LOOPBACK = "127.0.0.1";

    private BrokerEnvironment() {}

    static Map<String, String> of(BrokerSettings settings, BrokerPorts ports, Path data) {
        Map<String, String> variables = new HashMap<>();
        network(variables, ports);
        variables.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toString());
        variables.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        // The defaults (2 GB and 1 GB) would stop the engine on a well-filled notebook.
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "512MB");
        variables.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "256MB");
        variables.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
        variables.put(
                "ZEEBE_BROKER_CLUSTER_PARTITIONSCOUNT", Integer.toString(settings.partitions()));
        settings.exporters().forEach(exporter -> exporter(variables, exporter));
        variables.putAll(settings.environment());
        return variables;
    }

    private static void network(Map<String, String> variables, BrokerPorts ports) {
        variables.put("SERVER_ADDRESS", LOOPBACK);
        variables.put("SERVER_PORT", Integer.toString(ports.rest()));
        variables.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management()));
        variables.put("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK);
        variables.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", LOOPBACK);
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK);
        variables.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.gateway()));
        variables.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command()));
        variables.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal()));
    }

    private static void exporter(Map<String, String> variables, BrokerExporter exporter) {
        String prefix = "ZEEBE_BROKER_EXPORTERS_" + exporter.id().toUpperCase(Locale.ROOT) + "_";
        variables.put(prefix + "CLASSNAME", exporter.className());
        variables.put(prefix + "JARPATH", exporter.jar().toAbsolutePath().toString());
        exporter.arguments()
                .forEach(
                        (name, value) ->
                                variables.put(
                                        prefix + "ARGS_" + name.toUpperCase(Locale.ROOT), value));
    }
}
