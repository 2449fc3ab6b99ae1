package io.mallhub.binding.internal;

import io.mallhub.binding.Rehearsal;
import io.mallhub.binding.Rehearsal.Difference;
import io.mallhub.binding.Rehearsal.FieldCount;
import io.mallhub.binding.Rehearsal.Kind;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrial.Mapped;
import io.mallhub.connectors.PersonalMasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Two readings of the same replies, laid side by side, record by record. */
final class ReadingComparison {
    private final Map<FieldKey, Long> counts = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final UnaryOperator<String> masked;
    private int messages;
    private int cut;
    private long records;
    private long changed;

    /**
     * @param masked hides personal data in words of people and of mappings
     */
    ReadingComparison(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    void cut() {
        cut++;
    }

    void add(long id, Exchange exchange, OperationTrial present, OperationTrial candidate) {
        messages++;
        Place place = new Place(id, exchange, "");
        if (!Objects.equals(present.fault(), candidate.fault())) {
            records++;
            changed++;
            differs(place, Kind.FAULT, "", told(present), told(candidate));
            return;
        }
        Map<String, Mapped> before = byKey(present.records());
        Map<String, Mapped> after = byKey(candidate.records());
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            records++;
            if (compare(new Place(id, exchange, key), before.get(key), after.get(key))) {
                changed++;
            }
        }
    }

    private static String told(OperationTrial trial) {
        return trial.fault() == null ? String.valueOf(trial.records().size()) : trial.fault();
    }

    /** Records without a key, and the second of two with one, are known by their place. */
    private static Map<String, Mapped> byKey(List<Mapped> records) {
        Map<String, Mapped> byKey = new LinkedHashMap<>();
        for (Mapped record : records) {
            String key = record.key();
            for (int n = 2; key.isEmpty() || byKey.containsKey(key); n++) {
                key = record.key() + "#" + n;
            }
            byKey.put(key, record);
        }
        return byKey;
    }

    private boolean compare(Place place, @Nullable Mapped before, @Nullable Mapped after) {
        if (before == null || after == null) {
            differs(place, before == null ? Kind.ADDED : Kind.GONE, "", "", "");
            return true;
        }
        if (before.problem().isEmpty() != after.problem().isEmpty()) {
            Kind kind = after.problem().isEmpty() ? Kind.MENDED : Kind.BAD;
            differs(place, kind, "", before.problem(), after.problem());
            return true;
        }
        if (!before.problem().equals(after.problem())) {
            differs(place, Kind.BAD, "", before.problem(), after.problem());
            return true;
        }
        Set<String> fields = new LinkedHashSet<>(before.fields().keySet());
        fields.addAll(after.fields().keySet());
        boolean any = false;
        for (String field : fields) {
            String was = before.fields().getOrDefault(field, "");
            String becomes = after.fields().getOrDefault(field, "");
            if (!was.equals(becomes)) {
                any = true;
                differs(place, Kind.FIELD, field, was, becomes);
            }
        }
        return any;
    }

    private void differs(Place place, Kind kind, String field, String before, String after) {
        String operation = place.exchange().operation();
        counts.merge(
                new FieldKey(operation, kind, field.replaceAll("\\[\\d+]", "[]")), 1L, Long::sum);
        if (differences.size() < Rehearsal.MOST_DIFFERENCES) {
            differences.add(
                    new Difference(
                            place.message(),
                            place.exchange().at(),
                            operation,
                            place.key(),
                            kind,
                            field,
                            shown(field, before),
                            shown(field, after)));
        }
    }

    /** That a field of a person changes is seen, not what it holds. */
    private String shown(String field, String value) {
        return PersonalMasks.isPersonal(field) && !value.isEmpty()
                ? PersonalMasks.STARS
                : masked.apply(value);
    }

    Rehearsal rehearsal(String present, String candidate) {
        List<FieldCount> fields =
                counts.entrySet().stream()
                        .map(
                                it ->
                                        new FieldCount(
                                                it.getKey().operation(),
                                                it.getKey().kind(),
                                                it.getKey().field(),
                                                it.getValue()))
                        .sorted(
                                Comparator.comparingLong(FieldCount::count)
                                        .reversed()
                                        .thenComparing(FieldCount::operation)
                                        .thenComparing(FieldCount::field))
                        .toList();
        return new Rehearsal(
                present, candidate, messages, cut, records, changed, fields, differences);
    }

    private record Place(long message, Exchange exchange, String key) {}

    private record FieldKey(String operation, Kind kind, String field) {}
}
