package io.mallhub.routes.inbound;

import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.Deliveries;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Bad;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies what an ERP brings through the flow that would have read it. */
@Component
class CalledDeliveries implements Deliveries {
    private final List<Inbound<?>> flows;
    private final CalledFlows called;
    private final Outgoing outgoing;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;

    CalledDeliveries(
            List<Inbound<?>> flows,
            CalledFlows called,
            Outgoing outgoing,
            Quarantine quarantine,
            TransactionTemplate transaction) {
        this.flows = flows;
        this.called = called;
        this.outgoing = outgoing;
        this.quarantine = quarantine;
        this.transaction = transaction;
    }

    @Override
    public List<Fate> take(String connection, Flow flow, List<? extends Brought> records) {
        Inbound<?> inbound =
                flows.stream()
                        .filter(it -> it.flow() == flow)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(flow + " brings nothing"));
        Set<String> others = others(connection, flow, records);
        List<Brought> own = new ArrayList<>();
        records.stream().filter(it -> !isOf(others, it)).forEach(own::add);
        if (own.isEmpty()) {
            mustBeOpen(connection, flow);
        }
        Iterator<Fate> fates = new Delivery<>(connection, inbound).take(own).iterator();
        return records.stream()
                .map(it -> isOf(others, it) ? new Fate.NotYours() : fates.next())
                .toList();
    }

    private void mustBeOpen(String connection, Flow flow) {
        called.closed(connection, flow)
                .ifPresent(
                        closed -> {
                            throw new FlowClosed(connection, flow, closed);
                        });
    }

    private static boolean isOf(Set<String> references, Brought record) {
        return record.reference() != null && references.contains(record.reference());
    }

    /** Documents of these records that the ERP of this connection can know nothing of. */
    private Set<String> others(String connection, Flow flow, List<? extends Brought> records) {
        Set<String> references = new HashSet<>();
        for (Brought record : records) {
            if (record.reference() != null) {
                references.add(record.reference());
            }
        }
        if (!references.isEmpty()) {
            Entity papers = flow == Flow.RETURN_STATUS_IN ? Entity.RETURN : Entity.ORDER;
            outgoing.attempts(papers, references).values().stream()
                    .filter(it -> it.connection().equals(connection) && it.sends() > 0)
                    .map(Attempt::mallId)
                    .forEach(references::remove);
        }
        return references;
    }

    /** Records of one call. */
    private final class Delivery<T> {
        private final String connection;
        private final Intake<T> inbound;
        private final Map<String, Brought> brought = new HashMap<>();
        private final RecordApplying<T> applying;

        /** Asked once, so that a call is taken or refused as a whole. */
        private boolean open;

        Delivery(String connection, Inbound<T> inbound) {
            this.connection = connection;
            this.inbound = new VersionedInbound<>(inbound, called, this::version);
            applying =
                    new RecordApplying<>(this.inbound, quarantine, record -> origin(record).key());
        }

        private Brought origin(T record) {
            return Objects.requireNonNull(brought.get(inbound.key(record)));
        }

        private @Nullable Instant version(T record) {
            return origin(record).version();
        }

        List<Fate> take(List<? extends Brought> records) {
            Fate[] fates = new Fate[records.size()];
            for (Map<String, Integer> round : rounds(records)) {
                brought.clear();
                round.forEach((key, place) -> brought.put(key, records.get(place)));
                Applied applied = apply(brought.values().stream().map(this::canonical).toList());
                round.forEach((key, place) -> fates[place] = fate(applied, key));
            }
            return List.of(fates);
        }

        /** Records of one key are applied one after the other; the rest of the call together. */
        private List<Map<String, Integer>> rounds(List<? extends Brought> records) {
            List<Map<String, Integer>> rounds = new ArrayList<>();
            Map<String, Integer> times = new HashMap<>();
            for (int i = 0; i < records.size(); i++) {
                String key = inbound.key(canonical(records.get(i)));
                int round = times.merge(key, 1, Integer::sum) - 1;
                if (round == rounds.size()) {
                    rounds.add(new LinkedHashMap<>());
                }
                rounds.get(round).put(key, i);
            }
            return rounds;
        }

        private T canonical(Brought record) {
            return inbound.type().cast(record.canonical());
        }

        private Fate fate(Applied applied, String key) {
            String aside = Objects.requireNonNull(brought.get(key)).key();
            for (Bad bad : applied.bad()) {
                if (bad.key().equals(aside)) {
                    return new Fate.KeptAside(bad.reason(), bad.missing());
                }
            }
            return applied.outdated().contains(key) ? new Fate.Outdated() : new Fate.Taken();
        }

        private Applied apply(List<T> batch) {
            try {
                return commit(() -> applying.write(connection, batch));
            } catch (RuntimeException e) {
                if (e instanceof FlowClosed || RecordApplying.isNoFaultOfARecord(e)) {
                    throw e;
                }
                return applying.inParts(
                        connection,
                        batch,
                        e,
                        Applied.NOTHING,
                        (before, part) -> before.and(commit(part)));
            }
        }

        private Applied commit(Supplier<Applied> part) {
            return Objects.requireNonNull(
                    transaction.execute(
                            status -> {
                                if (!open) {
                                    mustBeOpen(connection, inbound.flow());
                                    open = true;
                                }
                                Applied applied = part.get();
                                called.count(connection, inbound.flow(), applied.counts());
                                return applied;
                            }));
        }
    }
}
