package io.mallhub.gateway.internal;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Prunes tokens, nonces and kept answers every ten minutes. */
@Component
class GatewayRetentionRoute extends RouteBuilder {
    static final String ID = "gateway-retention";

    private final GatewayRetention retention;

    GatewayRetentionRoute(GatewayRetention retention) {
        this.retention = retention;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?delay=60s&period=10m")
                .routeId(ID)
                .process(exchange -> retention.prune());
    }
}
