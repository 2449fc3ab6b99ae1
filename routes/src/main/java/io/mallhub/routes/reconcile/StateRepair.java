package io.mallhub.routes.reconcile;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Known;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.binding.Repairer;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpFault;
import io.mallhub.routes.state.Outbound;
import io.mallhub.routes.state.Outbound.State;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.Actor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Repairs of records both sides may change. */
public class StateRepair implements Repairer {
    private final Outbound<?> outbound;
    private final Tools tools;

    public StateRepair(Outbound<?> outbound, Tools tools) {
        this.outbound = outbound;
        this.tools = tools;
    }

    @Override
    public Entity entity() {
        return outbound.flow().entity();
    }

    @Override
    public Outcome repair(Difference difference, Repair how, Actor by) {
        String mallId = difference.mallId();
        try {
            if (mallId == null) {
                return how == Repair.APPLY_ERP
                        ? taken(difference)
                        : no("The mall has no such record");
            }
            return switch (how) {
                case APPLY_ERP -> applyErp(difference, mallId, by);
                case SEND_OURS -> sendOurs(difference, mallId);
                case ASK -> ask(difference, mallId);
            };
        } catch (ErpFault fault) {
            return no("The ERP could not be asked: " + fault.getMessage());
        }
    }

    private Outcome taken(Difference difference) {
        return outbound.absorb(difference.connection(), difference.key()).isPresent()
                ? new Outcome.Done()
                : no("The ERP has no " + difference.key());
    }

    /** The mall's values count as long known there: then it is the ERP alone that has moved. */
    private Outcome applyErp(Difference difference, String mallId, Actor by) {
        if (difference.kind() == Kind.DELETED) {
            return stop(difference.connection(), mallId, by);
        }
        Optional<Link> link = tools.bindings.byMallId(difference.connection(), entity(), mallId);
        Optional<State> mall = outbound.mall(mallId);
        if (link.isEmpty() || mall.isEmpty()) {
            return no("It is bound no more");
        }
        tools.transaction.executeWithoutResult(
                status ->
                        tools.bindings.link(
                                difference.connection(),
                                entity(),
                                List.of(asIfKnown(link.get(), mall.get()))));
        return taken(difference);
    }

    /** Should the ERP list it again, that is news. */
    private Outcome stop(String connection, String mallId, Actor by) {
        boolean stopped =
                Boolean.TRUE.equals(
                        tools.transaction.execute(
                                status -> {
                                    tools.bindings
                                            .byMallId(connection, entity(), mallId)
                                            .ifPresent(link -> forget(connection, link));
                                    return outbound.stop(mallId, by);
                                }));
        return stopped ? new Outcome.Done() : no("Deleted there: create it there again");
    }

    private void forget(String connection, Link link) {
        tools.bindings.link(
                connection,
                entity(),
                List.of(new Link(link.mallId(), link.erpId(), "deleted there", null)));
    }

    private static Link asIfKnown(Link link, State mall) {
        return new Link(
                link.mallId(),
                link.erpId(),
                "taken over again",
                null,
                new Known(mall.values(), null, null));
    }

    private Outcome sendOurs(Difference difference, String mallId) {
        if (!takesOut(difference.connection())) {
            return no("This connection does not take it out");
        }
        if (difference.kind() == Kind.DELETED) {
            return createAgain(difference.connection(), mallId);
        }
        tools.transaction.executeWithoutResult(
                status -> tools.changes.mark(difference.connection(), entity(), List.of(mallId)));
        return new Outcome.Done();
    }

    /** Whoever needs it there next creates it, or finds it there. */
    private Outcome createAgain(String connection, String mallId) {
        if (!outbound.isCreatedOnDemand()) {
            return no("Deleted there: it cannot be created there from here");
        }
        tools.transaction.executeWithoutResult(
                status -> tools.bindings.unlink(connection, entity(), mallId));
        return new Outcome.Done();
    }

    private boolean takesOut(String connection) {
        return tools.connections
                .connection(connection)
                .map(it -> it.policies().getOrDefault(entity(), Depth.OFF).out())
                .orElse(false);
    }

    private Outcome ask(Difference difference, String mallId) {
        Optional<Snapshot> there =
                outbound.read(tools.erps.client(difference.connection()), difference.key());
        Optional<State> mall = outbound.mall(mallId);
        if (there.isEmpty() || mall.isEmpty()) {
            return no("One side has it no more");
        }
        Map<Field, Disagreement> open = new EnumMap<>(Field.class);
        there.get()
                .differing(mall.get().values(), outbound::plain)
                .forEach(
                        (field, value) ->
                                open.put(
                                        field,
                                        new Disagreement(
                                                mallId,
                                                mall.get().reference(),
                                                value,
                                                there.get().shared().getOrDefault(field, ""),
                                                null,
                                                true,
                                                there.get().changedAt())));
        if (open.isEmpty()) {
            return no("Nothing that a person could decide on differs");
        }
        tools.transaction.executeWithoutResult(
                status ->
                        open.forEach(
                                (field, it) ->
                                        tools.conflicts.ask(difference.connection(), field, it)));
        return new Outcome.Done();
    }

    private static Outcome no(String why) {
        return new Outcome.NotPossible(why);
    }

    /** What every repair needs. */
    @org.springframework.stereotype.Component
    public static class Tools {
        private final Bindings bindings;
        private final MallChanges changes;
        private final Conflicts conflicts;
        private final Connections connections;
        private final ErpConnections erps;
        private final TransactionTemplate transaction;

        Tools(
                Bindings bindings,
                MallChanges changes,
                Conflicts conflicts,
                Connections connections,
                ErpConnections erps,
                TransactionTemplate transaction) {
            this.bindings = bindings;
            this.changes = changes;
            this.conflicts = conflicts;
            this.connections = connections;
            this.erps = erps;
            this.transaction = transaction;
        }
    }
}
