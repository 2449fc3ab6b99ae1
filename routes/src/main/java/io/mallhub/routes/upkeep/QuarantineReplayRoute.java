package io.mallhub.routes.upkeep;

import io.mallhub.binding.Quarantine;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Replays the quarantined records that somebody wants replayed all at once. */
@Component
class QuarantineReplayRoute extends RouteBuilder {
    static final String ID = "quarantine-replay";

    private final Quarantine quarantine;

    QuarantineReplayRoute(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?period=1s").routeId(ID).process(this::replay);
    }

    private void replay(Exchange exchange) {
        boolean more = true;
        while (more && !exchange.getContext().isStopping()) {
            more = quarantine.replaySome() > 0;
        }
    }
}
