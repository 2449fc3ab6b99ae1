package io.mallhub.routes.inbound;

import io.mallhub.binding.Counts;
import io.mallhub.binding.FlowTurns;
import io.mallhub.binding.Progress;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies a page and moves the cursor in one transaction; if that fails, part by part. */
class PageApplying<T> {
    private static final Logger LOG = LoggerFactory.getLogger(PageApplying.class);

    private static final int LEFT_OUT_AT_ONCE = 1000;

    private final Inbound<T> inbound;
    private final FlowTurns turns;
    private final Quarantine quarantine;
    private final RecordApplying<T> applying;

    PageApplying(Inbound<T> inbound, FlowTurns turns, Quarantine quarantine) {
        this.inbound = inbound;
        this.turns = turns;
        this.quarantine = quarantine;
        applying = new RecordApplying<>(inbound, quarantine, inbound::key);
    }

    Turn apply(PageRead<T> read) {
        List<T> records = withoutRepeats(read.page());
        try {
            return turns.commit(read.turn(), () -> moved(read, write(read.turn(), records)));
        } catch (RuntimeException e) {
            if (records.isEmpty() || RecordApplying.isNoFaultOfARecord(e)) {
                throw e;
            }
            LOG.warn(
                    "{} of {}: a page of {} is applied in parts: {}",
                    inbound.flow().id(),
                    read.turn().connection(),
                    records.size(),
                    e.toString());
            Turn turn =
                    applying.inParts(
                            read.turn().connection(),
                            records,
                            e,
                            read.turn(),
                            (before, part) ->
                                    turns.commit(
                                            before, () -> staying(before, part.get().counts())));
            return turns.commit(turn, () -> moved(read, Counts.NONE));
        }
    }

    /** After the last page of a turn that began at the first one. */
    Turn applyLeftOut(Turn turn) {
        Set<String> aside =
                quarantine.keysSince(turn.connection(), inbound.flow(), turn.startedAt());
        List<T> records = inbound.leftOut(turn, aside);
        Turn at = turn;
        for (int from = 0; from < records.size(); from += LEFT_OUT_AT_ONCE) {
            List<T> part = records.subList(from, Math.min(from + LEFT_OUT_AT_ONCE, records.size()));
            at = turns.commit(at, () -> new Progress(turn.position(), false, write(turn, part)));
        }
        return at;
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
        return records.isEmpty()
                ? Counts.NONE
                : applying.write(turn.connection(), records).counts();
    }

    /** The cursor waits until the whole page is dealt with. */
    private static Progress staying(Turn turn, Counts counts) {
        return new Progress(turn.position(), true, counts);
    }

    /** An ERP whose rows move while it pages may list one twice: the last one is the newest. */
    private List<T> withoutRepeats(ErpPage<T> page) {
        Map<String, T> byKey = new LinkedHashMap<>();
        page.records().forEach(record -> byKey.put(inbound.key(record), record));
        return List.copyOf(byKey.values());
    }
}
