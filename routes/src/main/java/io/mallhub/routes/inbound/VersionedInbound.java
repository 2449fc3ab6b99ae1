package io.mallhub.routes.inbound;

import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Bad;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A flow that is called: pages are read in the order of their changes, calls arrive in any. What is
 * older than what a call brought before does not reach the flow.
 */
record VersionedInbound<T>(
        Intake<T> flowItself, CalledFlows called, Function<T, @Nullable Instant> version)
        implements Intake<T> {
    @Override
    public Flow flow() {
        return flowItself.flow();
    }

    @Override
    public Class<T> type() {
        return flowItself.type();
    }

    @Override
    public String key(T record) {
        return flowItself.key(record);
    }

    @Override
    public Applied apply(String connection, List<T> records) {
        Map<String, Instant> versions = new HashMap<>();
        for (T record : records) {
            Instant at = version.apply(record);
            if (at != null) {
                versions.put(key(record), at);
            }
        }
        Set<String> old = called.outdated(connection, flow().entity(), versions);
        List<T> fresh = records.stream().filter(record -> !old.contains(key(record))).toList();
        Applied applied = fresh.isEmpty() ? Applied.NOTHING : flowItself.apply(connection, fresh);
        versions.keySet().removeAll(old);
        applied.bad().stream().map(Bad::key).forEach(versions::remove);
        called.note(connection, flow().entity(), versions);
        Set<String> outdated = new HashSet<>(old);
        outdated.addAll(applied.outdated());
        return new Applied(
                applied.applied(),
                applied.unchanged() + old.size(),
                applied.echoes(),
                outdated,
                applied.bad());
    }
}
