package io.mallhub.routes.state;

import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Change;
import io.mallhub.routes.inbound.InboundFlows;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The two routes of a flow that takes changes out: what it does with one, what gives it some. */
@Component
public class ChangesOut {
    /** Few: what one node has taken no other one writes. */
    private static final int AT_ONCE = 20;

    private final MallChanges changes;
    private final ChangeWriting writing;
    private final InboundFlows.Settings settings;

    ChangesOut(MallChanges changes, ChangeWriting writing, InboundFlows.Settings settings) {
        this.changes = changes;
        this.writing = writing;
        this.settings = settings;
    }

    /** Adds {@code direct:<flow>}, which takes a {@link Change}, and {@code <flow>-trigger}. */
    public void add(RouteBuilder routes, Outbound<?> outbound) {
        String id = outbound.flow().id();
        String start = "direct:" + id;
        // @formatter:off
        routes.from("timer:" + id + "?period=" + settings.tick().toMillis())
                .routeId(id + "-trigger")
                .autoStartup(settings.autoStart())
                .setBody(
                        exchange ->
                                outbound.isFetched()
                                        ? List.of()
                                        : changes.take(outbound.flow(), AT_ONCE))
                .split(routes.body())
                .to(start)
                .end();

        routes.from(start)
                .routeId(id)
                .process(exchange -> writing.write(outbound, change(exchange)));
        // @formatter:on
    }

    private static Change change(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(Change.class));
    }
}
