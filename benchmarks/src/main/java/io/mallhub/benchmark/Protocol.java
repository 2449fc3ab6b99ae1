package io.mallhub.benchmark;

import io.mallhub.connectors.ConnectionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The two ways to the simulator, with its demo credentials. */
enum Protocol {
    SOAP(
            "simulator-soap",
            "/ws/HT2005",
            Map.of("username", "interface", "password", "ht2005-demo")),
    REST("simulator-rest", "/api", Map.of("apiKey", "ht-demo-key-2005"));

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String definition;
    private final String path;
    private final Map<String, String> secrets;

    Protocol(String definition, String path, Map<String, String> secrets) {
        this.definition = definition;
        this.path = path;
        this.secrets = secrets;
    }

    ConnectionSettings connection(URI erp) {
        return new ConnectionSettings(
                "erp", definition, erp.resolve(path), secrets, Set.of(erp.getHost()), TIMEOUT);
    }
}
