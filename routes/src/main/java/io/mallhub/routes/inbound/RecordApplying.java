package io.mallhub.routes.inbound;

import io.mallhub.binding.FlowTurns.LeaseLost;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Bad;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Applies records with different keys, be they read from an ERP or brought by it: all together, or,
 * if that fails, in halves until the one that can't be applied stands alone. It goes to quarantine
 * and its neighbours through.
 */
class RecordApplying<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RecordApplying.class);

    private final Intake<T> inbound;
    private final Quarantine quarantine;
    private final Function<T, String> aside;

    /**
     * @param aside by which key a record lies in quarantine: what comes later under it makes an
     *     earlier one obsolete
     */
    RecordApplying(Intake<T> inbound, Quarantine quarantine, Function<T, String> aside) {
        this.inbound = inbound;
        this.quarantine = quarantine;
        this.aside = aside;
    }

    /** In the caller's transaction. The bad ones are named by their key in quarantine. */
    Applied write(String connection, List<T> records) {
        Map<String, String> keys = records.stream().collect(Collectors.toMap(inbound::key, aside));
        Applied applied = inbound.apply(connection, records);
        List<Bad> bad =
                applied.bad().stream()
                        .map(it -> it.under(keys.getOrDefault(it.key(), it.key())))
                        .toList();
        quarantine.put(connection, inbound.flow(), bad);
        Set<String> good = new HashSet<>(keys.values());
        bad.stream().map(Bad::key).forEach(good::remove);
        applied.outdated().forEach(key -> good.remove(keys.get(key)));
        quarantine.supersede(connection, inbound.flow(), good);
        return new Applied(
                applied.applied(), applied.unchanged(), applied.echoes(), applied.outdated(), bad);
    }

    /**
     * @param why what broke the whole
     * @param start what the first commit is given; each gives the next what it leaves behind
     * @param commit runs a part of the work in a transaction of its own
     * @return what the last commit left
     */
    <S> S inParts(
            String connection,
            List<T> records,
            RuntimeException why,
            S start,
            BiFunction<S, Supplier<Applied>, S> commit) {
        if (records.size() == 1) {
            T alone = records.getFirst();
            return commit.apply(start, () -> isolate(connection, alone, why));
        }
        int middle = records.size() / 2;
        S after = part(connection, records.subList(0, middle), start, commit);
        return part(connection, records.subList(middle, records.size()), after, commit);
    }

    private <S> S part(
            String connection,
            List<T> records,
            S start,
            BiFunction<S, Supplier<Applied>, S> commit) {
        try {
            return commit.apply(start, () -> write(connection, records));
        } catch (RuntimeException e) {
            if (isNoFaultOfARecord(e)) {
                throw e;
            }
            return inParts(connection, records, e, start, commit);
        }
    }

    private Applied isolate(String connection, T record, RuntimeException why) {
        String key = aside.apply(record);
        LOG.warn("{} of {}: {} cannot be applied", inbound.flow().id(), connection, key, why);
        Bad bad = Bad.refused(key, Canonical.json(record), String.valueOf(why.getMessage()));
        quarantine.put(connection, inbound.flow(), List.of(bad));
        return new Applied(0, 0, 0, List.of(bad));
    }

    static boolean isNoFaultOfARecord(RuntimeException e) {
        return e instanceof LeaseLost
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof CannotCreateTransactionException;
    }
}
