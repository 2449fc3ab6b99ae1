package io.mallhub.gateway.webhook;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code webhook-out}: looks for due deliveries every second. */
@Component
class WebhookOutRoute extends RouteBuilder {
    static final String ID = "webhook-out";

    private final WebhookSender sender;
    private final boolean autoStart;

    WebhookOutRoute(
            WebhookSender sender, @Value("${mallhub.routes.auto-start:true}") boolean autoStart) {
        this.sender = sender;
        this.autoStart = autoStart;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?period=1000")
                .routeId(ID)
                .autoStartup(autoStart)
                .process(exchange -> sender.begin());

        from("timer:webhook-retention?delay=60s&period=1h")
                .routeId("webhook-retention")
                .autoStartup(autoStart)
                .process(exchange -> sender.prune());
    }
}
