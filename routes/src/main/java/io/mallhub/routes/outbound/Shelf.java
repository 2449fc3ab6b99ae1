package io.mallhub.routes.outbound;

import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.CalledFlows.Closed;
import io.mallhub.binding.Deliveries.FlowClosed;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.binding.ReadyToFetch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records for an ERP that fetches: a push lays them ready, a call takes them, another confirms.
 *
 * @param <P> as handed out
 */
public abstract class Shelf<P> implements Pickups<P> {
    /** How long after an ERP has fetched and confirmed a record its process may learn of it. */
    private static final Duration FETCHED_WITHIN = Duration.ofSeconds(10);

    private static final int LOOKED_AT_ONCE = 50;

    private final Entity entity;
    private final Tools tools;
    private final Duration lease;

    /**
     * @param lease how long the ERP may take to confirm
     */
    protected Shelf(Entity entity, Tools tools, Duration lease) {
        this.entity = entity;
        this.tools = tools;
        this.lease = lease;
    }

    /** What all shelves work with. */
    @Component
    public static class Tools {
        private final Outgoing outgoing;
        private final ErpConnections connections;
        private final CalledFlows called;
        private final ApplicationEventPublisher events;
        private final TransactionTemplate transaction;
        private final Clock clock;

        Tools(
                Outgoing outgoing,
                ErpConnections connections,
                CalledFlows called,
                ApplicationEventPublisher events,
                TransactionTemplate transaction,
                Clock clock) {
            this.outgoing = outgoing;
            this.connections = connections;
            this.called = called;
            this.events = events;
            this.transaction = transaction;
            this.clock = clock;
        }
    }

    /** Takes the record out if it may leave now; else it is given back, and the desk sees why. */
    protected abstract Optional<P> handOut(Attempt attempt);

    /** In a transaction. Nothing is noted unless the number is the only one. */
    protected abstract Confirmation confirmed(String connection, String mallId, There there);

    /** By what the ERP calls it. */
    protected Optional<String> mallId(String reference) {
        return Optional.of(reference);
    }

    /** The other way round. */
    protected String reference(String mallId) {
        return mallId;
    }

    /** Whether the ERP can know of it. */
    protected boolean wasHandedOut(String connection, String mallId) {
        return outgoing()
                .attempt(entity, mallId)
                .filter(it -> it.connection().equals(connection) && it.sends() > 0)
                .isPresent();
    }

    protected final Outgoing outgoing() {
        return tools.outgoing;
    }

    public final boolean isFetching(String connection) {
        return tools.connections.client(connection).callsUs();
    }

    /** From now on a call finds it. */
    public final PaperPush.Waiting lay(String mallId, String connection) {
        tools.transaction.executeWithoutResult(
                status -> {
                    if (outgoing().lay(entity, mallId, connection)) {
                        tools.events.publishEvent(
                                new ReadyToFetch(entity, mallId, reference(mallId), connection));
                    }
                });
        boolean isFetched = outgoing().attempt(entity, mallId).filter(Attempt::inDoubt).isPresent();
        return new PaperPush.Waiting(
                isFetched
                        ? "Fetched; the ERP has not confirmed it yet"
                        : "Ready; the ERP has not fetched it yet",
                FETCHED_WITHIN);
    }

    @Override
    public Fetched<P> fetch(String connection, int most) {
        mustBeOpen(connection);
        Instant until = tools.clock.instant().plus(lease);
        List<P> handed = new ArrayList<>();
        String after = "";
        while (true) {
            List<String> ready = outgoing().ready(connection, entity, after, LOOKED_AT_ONCE);
            for (String mallId : ready) {
                if (handed.size() == most) {
                    return new Fetched<>(handed, until, true);
                }
                outgoing()
                        .take(entity, mallId, connection)
                        .flatMap(this::handOut)
                        .ifPresent(handed::add);
            }
            if (ready.size() < LOOKED_AT_ONCE) {
                return new Fetched<>(handed, until, false);
            }
            after = ready.getLast();
        }
    }

    private void mustBeOpen(String connection) {
        if (!isFetching(connection)) {
            throw new NotFetching(connection);
        }
        Flow flow = Flow.out(entity);
        Optional<Closed> closed = tools.called.closed(connection, flow);
        if (closed.isPresent()) {
            throw new FlowClosed(connection, flow, closed.get());
        }
    }

    @Override
    public final Confirmation confirm(String connection, There there) {
        Optional<String> mallId =
                mallId(there.reference()).filter(it -> wasHandedOut(connection, it));
        if (mallId.isEmpty() || !isFetching(connection)) {
            return new Confirmation.Unknown();
        }
        try {
            return Objects.requireNonNull(
                    tools.transaction.execute(
                            status -> confirmed(connection, mallId.get(), there)));
        } catch (TakenCode e) {
            return new Confirmation.CustomerTaken(e.code);
        }
    }

    /** The ERP's number of a customer is another one's; rolls the confirmation back. */
    public static final class TakenCode extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        public TakenCode(String code) {
            super(code + " is the number of another customer");
            this.code = code;
        }
    }
}
