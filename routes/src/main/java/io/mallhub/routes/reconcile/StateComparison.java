package io.mallhub.routes.reconcile;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Expected;
import io.mallhub.binding.ReconciliationTurns.Finding;
import io.mallhub.binding.ReconciliationTurns.Turn;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.routes.state.Outbound;
import io.mallhub.routes.state.Outbound.State;
import io.mallhub.routes.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares records both sides may change: products and customers. */
public class StateComparison<T> implements Comparison<T> {
    private final Bindings bindings;
    private final MallChanges changes;
    private final Outbound<T> outbound;

    public StateComparison(Bindings bindings, MallChanges changes, Outbound<T> outbound) {
        this.bindings = bindings;
        this.changes = changes;
        this.outbound = outbound;
    }

    @Override
    public Entity entity() {
        return outbound.inbound().flow().entity();
    }

    @Override
    public ErpPage<T> read(ErpClient erp, Cursor from, int limit) {
        Inbound<T> inbound = outbound.inbound();
        return inbound.read(erp, from, Math.min(limit, inbound.mostPerPage()));
    }

    @Override
    public String key(T record) {
        return outbound.inbound().key(record);
    }

    @Override
    public List<Finding> compare(Turn turn, List<T> page) {
        Map<String, Link> links =
                bindings.byErpIds(
                        turn.connection(), entity(), page.stream().map(this::key).toList());
        List<String> ids = links.values().stream().map(Link::mallId).toList();
        Map<String, State> malls = outbound.malls(ids);
        Map<String, Expected> expected = changes.expected(turn.connection(), entity(), ids);
        List<Finding> found = new ArrayList<>();
        for (T record : page) {
            Link link = links.get(key(record));
            Finding finding =
                    link == null
                            ? unknown(turn, record)
                            : compare(
                                    turn,
                                    record,
                                    link,
                                    malls.get(link.mallId()),
                                    expected.get(link.mallId()));
            if (finding != null) {
                found.add(finding);
            }
        }
        return found;
    }

    private Finding unknown(Turn turn, T record) {
        Snapshot snapshot = outbound.snapshot(record);
        return new Finding(
                snapshot.code(),
                null,
                turn.hasNotRead(snapshot.changedAt()) ? Kind.IN_FLIGHT : Kind.UNKNOWN,
                snapshot.code(),
                "",
                text(snapshot.shared()),
                Canonical.json(record));
    }

    private @Nullable Finding compare(
            Turn turn, T record, Link link, @Nullable State mall, @Nullable Expected expected) {
        Snapshot snapshot = outbound.snapshot(record);
        Map<Field, String> ours = mall == null ? Map.of() : mall.values();
        Map<Field, String> differing = snapshot.differing(ours, outbound::plain);
        boolean erpMoved = !snapshot.digest().equals(link.erpHash());
        if (differing.isEmpty() && !erpMoved) {
            return null;
        }
        Map<Field, String> theirs = new TreeMap<>(snapshot.shared());
        theirs.keySet().retainAll(differing.keySet());
        return new Finding(
                snapshot.code(),
                link.mallId(),
                kind(turn, snapshot, erpMoved, expected),
                mall == null ? snapshot.code() : mall.reference(),
                text(differing),
                text(theirs),
                Canonical.json(record));
    }

    private static Kind kind(
            Turn turn, Snapshot snapshot, boolean erpMoved, @Nullable Expected expected) {
        boolean goingOut =
                expected != null
                        && (expected.dirty() || expected.echoDue() || !expected.doubts().isEmpty());
        if (goingOut || (erpMoved && turn.hasNotRead(snapshot.changedAt()))) {
            return Kind.IN_FLIGHT;
        }
        return erpMoved ? Kind.CHANGED : Kind.LOST;
    }

    private static String text(Map<Field, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey().key() + ": " + each.getValue())
                        .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<T> find(ErpClient erp, Link link) {
        return outbound.possible(erp) ? outbound.find(erp, link.erpId()) : Optional.empty();
    }

    @Override
    public Finding missing(Link link) {
        State mall = outbound.mall(link.mallId()).orElse(null);
        return new Finding(
                link.erpId(),
                link.mallId(),
                Kind.DELETED,
                mall == null ? link.erpId() : mall.reference(),
                mall == null ? "" : text(mall.values()),
                "",
                null);
    }
}
