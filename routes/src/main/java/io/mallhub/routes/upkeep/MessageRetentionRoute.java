package io.mallhub.routes.upkeep;

import io.mallhub.binding.MessageRetention;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Deletes messages that were kept long enough, once an hour. */
@Component
class MessageRetentionRoute extends RouteBuilder {
    static final String ID = "message-retention";

    private final MessageRetention retention;

    MessageRetentionRoute(MessageRetention retention) {
        this.retention = retention;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?delay=60s&period=1h")
                .routeId(ID)
                .process(exchange -> retention.prune());
    }
}
