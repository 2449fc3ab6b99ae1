package io.mallhub.connectors.mapping;

import java.util.List;

/**
 * Which expression fills which field of a record.
 *
 * @param fields in the order of the definition
 */
public record FieldMap(List<Field> fields) {
    public FieldMap {
        fields = List.copyOf(fields);
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** A field of a record. */
    public sealed interface Field {
        String name();

        /** One value. */
        record Value(String name, String expression) implements Field {}

        /** A list of inner records: {@code each} selects them, {@code map} is seen from each. */
        record Each(String name, String each, FieldMap map) implements Field {}
    }
}
