package io.mallhub.routes.upkeep;

import io.mallhub.binding.FlowTurns;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps this node's leases while its turns run; a node that hangs or dies stops beating. */
@Component
class LeaseHeartbeatRoute extends RouteBuilder {
    static final String ID = "flow-lease-heartbeat";

    private final FlowTurns turns;

    LeaseHeartbeatRoute(FlowTurns turns) {
        this.turns = turns;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?period=3s").routeId(ID).process(exchange -> turns.keepAlive());
    }
}
