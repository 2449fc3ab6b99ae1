package io.mallhub.connectors.client;

import io.mallhub.connectors.ErpPage.BadRecord;
import io.mallhub.connectors.OperationTrial.Mapped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Canonical records laid out field by field, for people. */
final class MappedRecords {
    private MappedRecords() {}

    static List<Mapped> of(List<?> good, List<BadRecord> bad) {
        List<Mapped> all = new ArrayList<>();
        good.forEach(record -> all.add(of(record)));
        bad.forEach(it -> all.add(new Mapped(it.key(), Map.of(), it.payload(), it.reason())));
        return all;
    }

    private static Mapped of(Object record) {
        Map<String, String> fields = new LinkedHashMap<>();
        lay(record, "", fields);
        String key = fields.getOrDefault("code", fields.getOrDefault("productCode", ""));
        return new Mapped(key, fields, "", "");
    }

    private static void lay(Object record, String prefix, Map<String, String> into) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            put(value(component, record), prefix + component.getName(), into);
        }
    }

    private static void put(@Nullable Object value, String name, Map<String, String> into) {
        switch (value) {
            case null -> into.put(name, "");
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    put(list.get(i), name + "[" + (i + 1) + "]", into);
                }
            }
            case Record inner -> lay(inner, name + ".", into);
            case BigDecimal decimal -> into.put(name, decimal.toPlainString());
            default -> into.put(name, value.toString());
        }
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
