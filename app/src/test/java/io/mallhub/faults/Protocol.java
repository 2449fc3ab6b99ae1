package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.util.Map;

/** How hub and ERP talk: over one of the demo's two connections. */
enum Protocol {
    SOAP("erp-soap"),
    REST("erp-rest");

    private static final Map<String, String> ON =
            Map.of("PRODUCT", "IN", "STOCK", "IN", "CUSTOMER", "BOTH", "ORDER", "BOTH");

    private final String connection;

    Protocol(String connection) {
        this.connection = connection;
    }

    /** That of this run of the fault matrix: {@code -Dmallhub.faults.protocol=REST}. */
    static Protocol ofThisRun() {
        return valueOf(System.getProperty("mallhub.faults.protocol", SOAP.name()));
    }

    String connection() {
        return connection;
    }

    /** Page of its connection in the console. */
    String page() {
        return "/integration/connections/" + connection;
    }

    /** All entities go over this connection from now on; the demo begins with SOAP. */
    void takeOver(RunningMall mall) {
        Clerk integration = Clerk.signIn(mall.console(), "integration", "mallhub-demo");
        for (Protocol other : values()) {
            if (other != this) {
                integration.submit(other.page(), other.page() + "/policies", Map.of());
            }
        }
        integration.submit(page(), page() + "/policies", ON);
    }
}
