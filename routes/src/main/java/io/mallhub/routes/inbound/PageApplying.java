package io.mallhub.routes.inbound;

import io.mallhub.binding.Counts;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.FlowTurns.LeaseLost;
import io.mallhub.binding.Progress;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpPage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Applies a page and moves the cursor in one transaction. If that fails, the page is halved until
 * the record that can't be applied stands alone; it goes to quarantine and its neighbours through.
 */
class PageApplying<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PageApplying.class);

    private final Inbound<T> inbound;
    private final FlowTurns turns;
    private final Quarantine quarantine;

    PageApplying(Inbound<T> inbound, FlowTurns turns, Quarantine quarantine) {
        this.inbound = inbound;
        this.turns = turns;
        this.quarantine = quarantine;
    }

    Turn apply(PageRead<T> read) {
        List<T> records = withoutRepeats(read.page());
        try {
            return turns.commit(read.turn(), () -> moved(read, write(read.turn(), records)));
        } catch (RuntimeException e) {
            if (records.isEmpty() || isNoFaultOfARecord(e)) {
                throw e;
            }
            LOG.warn(
                    "{} of {}: a page of {} is applied in parts: {}",
                    inbound.flow().id(),
                    read.turn().connection(),
                    records.size(),
                    e.toString());
            Turn turn = inParts(read.turn(), records, e);
            return turns.commit(turn, () -> moved(read, Counts.NONE));
        }
    }

    private Progress moved(PageRead<T> read, Counts counts) {
        ErpPage<T> page = read.page();
        List<Bad> unreadable =
                page.bad().stream()
                        .map(b -> new Bad(b.key(), b.payload(), b.reason(), null, false))
                        .toList();
        quarantine.put(read.turn().connection(), inbound.flow(), unreadable);
        Counts all =
                new Counts(
                        counts.read() + unreadable.size(),
                        counts.applied(),
                        counts.unchanged(),
                        counts.quarantined() + unreadable.size(),
                        counts.echoes());
        return new Progress(page.next(), page.more(), all);
    }

    private Counts write(Turn turn, List<T> records) {
        if (records.isEmpty()) {
            return Counts.NONE;
        }
        Applied applied = inbound.apply(turn.connection(), records);
        quarantine.put(turn.connection(), inbound.flow(), applied.bad());
        Set<String> good = records.stream().map(inbound::key).collect(Collectors.toSet());
        Set<String> bad = applied.bad().stream().map(Bad::key).collect(Collectors.toSet());
        good.removeAll(bad);
        quarantine.supersede(turn.connection(), inbound.flow(), new HashSet<>(good));
        return applied.counts();
    }

    private Turn inParts(Turn turn, List<T> records, RuntimeException why) {
        if (records.size() == 1) {
            return turns.commit(turn, () -> staying(turn, isolate(turn, records.getFirst(), why)));
        }
        int middle = records.size() / 2;
        Turn after = part(turn, records.subList(0, middle));
        return part(after, records.subList(middle, records.size()));
    }

    private Turn part(Turn turn, List<T> records) {
        try {
            return turns.commit(turn, () -> staying(turn, write(turn, records)));
        } catch (RuntimeException e) {
            if (isNoFaultOfARecord(e)) {
                throw e;
            }
            return inParts(turn, records, e);
        }
    }

    /** The cursor waits until the whole page is dealt with. */
    private static Progress staying(Turn turn, Counts counts) {
        return new Progress(turn.position(), true, counts);
    }

    private Counts isolate(Turn turn, T record, RuntimeException why) {
        String key = inbound.key(record);
        LOG.warn(
                "{} of {}: {} cannot be applied", inbound.flow().id(), turn.connection(), key, why);
        Bad bad = Bad.refused(key, Canonical.json(record), String.valueOf(why.getMessage()));
        quarantine.put(turn.connection(), inbound.flow(), List.of(bad));
        return Counts.of(0, 0, 1, 0);
    }

    /** An ERP whose rows move while it pages may list one twice: the last one is the newest. */
    private List<T> withoutRepeats(ErpPage<T> page) {
        Map<String, T> byKey = new LinkedHashMap<>();
        page.records().forEach(record -> byKey.put(inbound.key(record), record));
        return List.copyOf(byKey.values());
    }

    private static boolean isNoFaultOfARecord(RuntimeException e) {
        return e instanceof LeaseLost
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof CannotCreateTransactionException;
    }
}
