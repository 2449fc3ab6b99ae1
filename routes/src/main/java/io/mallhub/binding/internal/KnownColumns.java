package io.mallhub.binding.internal;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Known;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@link Known} as columns. */
final class KnownColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<Field, String>> FIELDS = new TypeReference<>() {};

    private KnownColumns() {}

    /** The same fields and values make the same text. */
    static String json(Map<Field, String> fields) {
        return Columns.text(JSON.writeValueAsString(new TreeMap<>(fields)));
    }

    static @Nullable String fields(Link link) {
        return link.known() == null ? null : json(link.known().fields());
    }

    static @Nullable String version(Link link) {
        return link.known() == null || link.known().version() == null
                ? null
                : link.known().version().toString();
    }

    static @Nullable String changedAt(Link link) {
        return link.known() == null || link.known().changedAt() == null
                ? null
                : link.known().changedAt().toString();
    }

    static @Nullable Known read(ResultSet row) throws SQLException {
        String known = row.getString("known");
        if (known == null) {
            return null;
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.putAll(JSON.readValue(known, FIELDS));
        return new Known(
                fields,
                row.getObject("erp_version", Long.class),
                Instants.read(row, "erp_changed_at"));
    }
}
