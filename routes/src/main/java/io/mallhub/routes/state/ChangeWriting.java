package io.mallhub.routes.state;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Known;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MallChanges.Change;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.routes.outbound.ErpTrouble;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings one record of the ERP into step with the mall: reads the latest state of both, and sends
 * what is another. Where the ERP may have got something without an answer, or was changed by
 * somebody else meanwhile, it is read and taken over before anything is sent again. Sending the
 * same twice changes nothing.
 */
@Component
class ChangeWriting {
    /** Each of them means that somebody else was faster once more. */
    private static final int MOST_ROUNDS = 3;

    private final Bindings bindings;
    private final MallChanges changes;
    private final Wanted wanted;
    private final ErpConnections connections;
    private final ErpTrouble trouble;

    ChangeWriting(
            Bindings bindings,
            MallChanges changes,
            Wanted wanted,
            ErpConnections connections,
            ErpTrouble trouble) {
        this.bindings = bindings;
        this.changes = changes;
        this.wanted = wanted;
        this.connections = connections;
        this.trouble = trouble;
    }

    void write(Outbound<?> outbound, Change change) {
        ErpClient erp = connections.client(change.connection());
        if (!outbound.possible(erp)) {
            changes.refused(change, null, "The definition does not say how this is changed");
            return;
        }
        Change open = change;
        try {
            boolean look = !change.doubts().isEmpty();
            for (int round = 1; round <= MOST_ROUNDS; round++) {
                Change next = look(outbound, open, look) ? step(outbound, open, erp) : null;
                if (next == null) {
                    return;
                }
                open = next;
                look = true;
            }
            changes.leave(open, "It is changed in the ERP again and again");
        } catch (ErpFault fault) {
            trouble.note(change.connection(), fault);
            changes.leave(open, "The ERP could not be asked: " + fault.getMessage());
        }
    }

    /** False when there is nothing to go on with. */
    private boolean look(Outbound<?> outbound, Change change, boolean needed) {
        Optional<Link> link = link(change);
        if (link.isEmpty()) {
            return false;
        }
        Known known = link.get().known();
        if (!needed && known != null && known.version() != null) {
            return true;
        }
        if (outbound.absorb(change.connection(), link.get().erpId()).isPresent()) {
            return true;
        }
        changes.refused(change, null, "The ERP has no " + link.get().erpId() + " any more");
        return false;
    }

    private Optional<Link> link(Change change) {
        return bindings.byMallId(change.connection(), change.entity(), change.mallId());
    }

    /** Null when it is over, one way or the other. */
    private @Nullable Change step(Outbound<?> outbound, Change change, ErpClient erp) {
        Link link = link(change).orElseThrow();
        Known known = link.known();
        Optional<Outbound.State> mall = outbound.mall(change.mallId());
        if (known == null || mall.isEmpty()) {
            changes.leave(change, "Neither side shows it");
            return null;
        }
        Map<Field, String> wanted =
                this.wanted.of(
                        outbound,
                        change.connection(),
                        change.mallId(),
                        known.fields(),
                        mall.get().values());
        if (wanted.equals(known.fields())) {
            changes.inStep(change);
            return null;
        }
        return send(outbound, change, erp, known, wanted, update(link, mall.get(), wanted, known));
    }

    private static ErpUpdate update(
            Link link, Outbound.State mall, Map<Field, String> wanted, Known known) {
        return new ErpUpdate(
                link.erpId(),
                mall.reference(),
                wanted.entrySet().stream()
                        .collect(Collectors.toMap(e -> e.getKey().key(), Map.Entry::getValue)),
                known.version());
    }

    private @Nullable Change send(
            Outbound<?> outbound,
            Change change,
            ErpClient erp,
            Known known,
            Map<Field, String> wanted,
            ErpUpdate update) {
        String digest = Snapshot.digest(wanted);
        if (!changes.sending(change, digest)) {
            return null;
        }
        try {
            ErpClient.Updated now = outbound.write(erp, update);
            changes.arrived(
                    change,
                    known,
                    new Known(wanted, now.version(), now.changedAt()),
                    digest,
                    known.version() != null);
            return null;
        } catch (ErpFault fault) {
            trouble.note(change.connection(), fault);
            return ended(change, digest, fault);
        }
    }

    private @Nullable Change ended(Change change, String digest, ErpFault fault) {
        String words = String.valueOf(fault.getMessage());
        // The same may be on its way from before, without an answer: then the doubt stays.
        String surelyNotThere = change.doubts().contains(digest) ? null : digest;
        switch (fault) {
            case ErpFault.OutcomeUnknown _ -> {
                return change.doubting(digest); // asked at once
            }
            case ErpFault.Rejected no when no.stale() -> {
                changes.withdrawn(change, surelyNotThere);
                return change; // somebody was faster: read, and see what is left to send
            }
            case ErpFault.Rejected _ -> changes.refused(change, surelyNotThere, words);
            case ErpFault.Unavailable _, ErpFault.CredentialsRefused _, ErpFault.DataInvalid _ ->
                    changes.notTaken(change, surelyNotThere, words);
        }
        return null;
    }
}
