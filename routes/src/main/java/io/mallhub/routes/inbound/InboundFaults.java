package io.mallhub.routes.inbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.FlowTurns.LeaseLost;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpFault;
import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How an inbound turn ends early. Nothing is lost: the next turn goes on from the saved cursor,
 * after a growing pause.
 */
@Component
class InboundFaults extends RouteConfigurationBuilder {
    static final String ID = "inbound-faults";
    static final String TURN = "turn";

    private static final Logger LOG = LoggerFactory.getLogger(InboundFaults.class);

    private final FlowTurns turns;
    private final ErpConnections connections;

    InboundFaults(FlowTurns turns, ErpConnections connections) {
        this.turns = turns;
        this.connections = connections;
    }

    @Override
    public void configuration() {
        // @formatter:off
        routeConfiguration(ID)
                .onException(LeaseLost.class)
                .handled(true)
                .process(this::leave)
                .end()
                .onException(ErpFault.CredentialsRefused.class)
                .handled(true)
                .process(this::pause)
                .end()
                .onException(ErpFault.Unavailable.class)
                .handled(true)
                .process(this::retryLater)
                .end()
                .onException(Exception.class)
                .handled(true)
                .process(this::fail)
                .end();
        // @formatter:on
    }

    private void leave(Exchange exchange) {
        LOG.info("{}", cause(exchange).getMessage());
    }

    private void pause(Exchange exchange) {
        Turn turn = turn(exchange);
        connections.credentialsRefused(turn.connection(), words(cause(exchange)));
        turns.fail(turn, words(cause(exchange)), null);
    }

    private void retryLater(Exchange exchange) {
        Turn turn = turn(exchange);
        Throwable cause = cause(exchange);
        LOG.warn("{} of {}: {}", turn.flow().id(), turn.connection(), cause.getMessage());
        Duration pause = cause instanceof ErpFault.Unavailable fault ? fault.retryAfter() : null;
        turns.fail(turn, words(cause), pause);
    }

    private void fail(Exchange exchange) {
        Turn turn = turn(exchange);
        Throwable cause = cause(exchange);
        LOG.error("{} of {} failed", turn.flow().id(), turn.connection(), cause);
        turns.fail(turn, words(cause), null);
    }

    private static Turn turn(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(TURN, Turn.class));
    }

    private static Throwable cause(Exchange exchange) {
        return Objects.requireNonNull(
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static String words(Throwable fault) {
        return fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
}
