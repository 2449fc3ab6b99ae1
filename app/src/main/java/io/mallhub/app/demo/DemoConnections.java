package io.mallhub.app.demo;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.shared.Actor;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Both protocols of the simulator, side by side. SOAP is switched on; REST stands ready, and takes
 * over when the entities of SOAP are switched off.
 */
@Component
@DemoOnly
@Order(2)
class DemoConnections implements ApplicationRunner {
    static final String SOAP = "erp-soap";
    static final String REST = "erp-rest";
    private static final Actor DEMO = Actor.system("demo");
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Connections connections;
    private final String erp;

    DemoConnections(Connections connections, @Value("${mallhub.demo.erp}") String erp) {
        this.connections = connections;
        this.erp = erp;
    }

    @Override
    public void run(ApplicationArguments args) {
        boolean first = connections.connection(SOAP).isEmpty();
        save(
                SOAP,
                "海棠 HT2005（SOAP）",
                "simulator-soap",
                "/ws/HT2005",
                Map.of("username", "interface", "password", "ht2005-demo"));
        save(
                REST,
                "海棠 HT2005（REST）",
                "simulator-rest",
                "/api",
                Map.of("apiKey", "ht-demo-key-2005"));
        if (first) {
            connections.changePolicies(
                    SOAP,
                    Map.of(
                            Entity.PRODUCT, Depth.IN,
                            Entity.STOCK, Depth.IN,
                            Entity.CUSTOMER, Depth.BOTH,
                            Entity.ORDER, Depth.BOTH),
                    DEMO);
        }
    }

    /** Again at each start: the simulator may listen on another port. */
    private void save(
            String name,
            String title,
            String definition,
            String path,
            Map<String, String> secrets) {
        URI endpoint = URI.create(erp + path);
        connections.save(
                new ConnectionSettings(
                        name, definition, endpoint, secrets, Set.of(endpoint.getHost()), TIMEOUT),
                title,
                DEMO);
    }
}
