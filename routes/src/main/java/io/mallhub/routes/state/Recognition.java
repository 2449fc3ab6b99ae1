package io.mallhub.routes.state;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Known;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Expected;
import io.mallhub.routes.state.Seen.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the news in what an ERP lists from what is known, and from the mall's own words that come
 * back. Both steps belong into one transaction: between them nobody else notes anything about these
 * records.
 */
@Component
public class Recognition {
    private static final Expected NOTHING = new Expected(false, false, java.util.Set.of());

    private final Bindings bindings;
    private final MallChanges changes;

    Recognition(Bindings bindings, MallChanges changes) {
        this.bindings = bindings;
        this.changes = changes;
    }

    /** In the order of the records. */
    public <T> List<Seen<T>> of(
            String connection, Entity entity, List<T> records, Function<T, Snapshot> reading) {
        List<Snapshot> snapshots = records.stream().map(reading).toList();
        Map<String, Link> links =
                bindings.lockByErpIds(
                        connection, entity, snapshots.stream().map(Snapshot::code).toList());
        Map<String, Expected> expected =
                links.isEmpty()
                        ? Map.of()
                        : changes.expected(
                                connection,
                                entity,
                                links.values().stream().map(Link::mallId).toList());
        List<Seen<T>> seen = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            Snapshot snapshot = snapshots.get(i);
            Link link = links.get(snapshot.code());
            seen.add(
                    link == null
                            ? new Seen<>(records.get(i), snapshot, null, Fate.NEWS, false, Map.of())
                            : seen(
                                    records.get(i),
                                    snapshot,
                                    link,
                                    expected.getOrDefault(link.mallId(), NOTHING)));
        }
        return seen;
    }

    private static <T> Seen<T> seen(T record, Snapshot snapshot, Link link, Expected expected) {
        Known known = link.known();
        if (known != null && link.erpHash() != null && snapshot.known().olderThan(known)) {
            return new Seen<>(record, snapshot, link, Fate.SAME, false, known.fields());
        }
        boolean ours = isOurs(snapshot, known, expected) || isOfCreation(snapshot, link);
        boolean restKnown =
                snapshot.restIsOf(link.erpHash() == null ? link.sentHash() : link.erpHash());
        if (ours && restKnown) {
            return new Seen<>(record, snapshot, link, Fate.ECHO, true, snapshot.shared());
        }
        if (snapshot.digest().equals(link.erpHash())) {
            return new Seen<>(record, snapshot, link, Fate.SAME, false, snapshot.shared());
        }
        return new Seen<>(
                record,
                snapshot,
                link,
                Fate.NEWS,
                ours,
                ours ? snapshot.shared() : known == null ? Map.of() : known.fields());
    }

    private static boolean isOurs(Snapshot snapshot, @Nullable Known known, Expected expected) {
        return expected.doubts().contains(snapshot.sharedDigest())
                || (expected.echoDue()
                        && known != null
                        && snapshot.shared().equals(known.fields()));
    }

    /** As it was created by the mall, and never read since. */
    private static boolean isOfCreation(Snapshot snapshot, Link link) {
        return link.erpHash() == null && snapshot.digest().equals(link.sentHash());
    }

    /**
     * Notes what is known now.
     *
     * @param mallIds of news that were taken over, by the ERP's key; those missing were refused
     * @param found mall ids of news the mall had before they were bound, and in which it says
     *     something else than the ERP now: that is to go out
     */
    public <T> void keep(
            String connection,
            Entity entity,
            Collection<Seen<T>> seen,
            Map<String, String> mallIds,
            Collection<String> found) {
        List<Link> links = new ArrayList<>();
        Map<String, String> echoes = new HashMap<>();
        for (Seen<T> one : seen) {
            Snapshot snapshot = one.snapshot();
            String mallId =
                    one.fate() == Fate.NEWS
                            ? mallIds.get(snapshot.code())
                            : one.link() == null ? null : one.link().mallId();
            if (mallId == null || (one.fate() == Fate.SAME && !movesOn(one))) {
                continue;
            }
            links.add(new Link(mallId, snapshot.code(), snapshot.digest(), null, snapshot.known()));
            if (one.ours()) {
                echoes.put(mallId, snapshot.sharedDigest());
            }
        }
        if (!links.isEmpty()) {
            bindings.link(connection, entity, links);
        }
        changes.recognised(connection, entity, echoes);
        changes.mark(connection, entity, found);
    }

    /** The same content under a newer version: the next write must name that one. */
    private static boolean movesOn(Seen<?> same) {
        Known before = same.link() == null ? null : same.link().known();
        return before == null || before.olderThan(same.snapshot().known());
    }
}
