package io.mallhub.routes.inbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Item;
import io.mallhub.binding.Turn;
import io.mallhub.shared.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The two routes of an inbound flow: what it does with a turn, and what gives it turns. */
@Component
public class InboundFlows {
    private static final int REPLAYED_AT_ONCE = 500;

    /** They wait for the ERP most of the time. */
    private static final String BEGUN = "mallhub.begun";

    private static final Executor READERS =
            task -> Thread.ofVirtual().name("erp-page-ahead").start(task);

    private final FlowTurns turns;
    private final ErpConnections connections;
    private final Quarantine quarantine;
    private final Settings settings;

    InboundFlows(
            FlowTurns turns, ErpConnections connections, Quarantine quarantine, Settings settings) {
        this.turns = turns;
        this.connections = connections;
        this.quarantine = quarantine;
        this.settings = settings;
    }

    /** Adds {@code direct:<flow>} and its trigger {@code <flow>-trigger} to the builder. */
    public <T> void add(RouteBuilder routes, Inbound<T> inbound) {
        String id = inbound.flow().id();
        String start = "direct:" + id;
        PageReading<T> reading =
                new PageReading<>(
                        inbound,
                        connections,
                        Math.min(inbound.mostPerPage(), settings.pageSize()),
                        READERS);
        PageApplying<T> applying = new PageApplying<>(inbound, turns, quarantine);
        // @formatter:off
        routes.from("timer:" + id + "?period=" + settings.tick().toMillis())
                .routeId(id + "-trigger")
                .autoStartup(settings.autoStart())
                .setBody(exchange -> turns.take(inbound.flow()))
                .split(routes.body())
                .wireTap(start)
                .dynamicUri(false)
                .end();

        routes.from(start)
                .routeId(id)
                .routeConfigurationId(InboundFaults.ID)
                .setProperty(InboundFaults.TURN, routes.body())
                .setProperty(BEGUN, routes.body())
                .loopDoWhile(exchange -> turn(exchange).more())
                .transform()
                .body(Turn.class, reading::read)
                .transform()
                .body(PageRead.class, page -> applying.apply(InboundFlows.<T>typed(page)))
                .setProperty(InboundFaults.TURN, routes.body())
                .end()
                .filter(InboundFlows::hasReadAll)
                .transform()
                .body(Turn.class, applying::applyLeftOut)
                .end()
                .process(exchange -> retryWaiting(turn(exchange)))
                .process(exchange -> turns.finish(turn(exchange)));
        // @formatter:on
    }

    /** From a list's first page to its last: a place between pages has a key. */
    private static boolean hasReadAll(Exchange exchange) {
        Turn begun = Objects.requireNonNull(exchange.getProperty(BEGUN, Turn.class));
        return begun.position().key().isEmpty() && turn(exchange).position().key().isEmpty();
    }

    private static Turn turn(Exchange exchange) {
        return Objects.requireNonNull(exchange.getMessage().getBody(Turn.class));
    }

    @SuppressWarnings("unchecked") // the reading step of the same route made it
    private static <T> PageRead<T> typed(PageRead<?> page) {
        return (PageRead<T>) page;
    }

    /** Records that waited for a product which has arrived by now. */
    private void retryWaiting(Turn turn) {
        List<Item> ready = quarantine.nowPossible(turn.connection(), turn.flow(), REPLAYED_AT_ONCE);
        ready.forEach(item -> quarantine.replay(item.id(), Actor.system(turn.flow().id())));
    }

    /**
     * @param tick how often each node looks for due flows; a requested run starts within it
     * @param autoStart false leaves the triggers off (a node that only serves screens)
     */
    @ConfigurationProperties("mallhub.routes")
    public record Settings(
            @DefaultValue("1s") Duration tick,
            @DefaultValue("1000") int pageSize,
            @DefaultValue("true") boolean autoStart) {}
}
