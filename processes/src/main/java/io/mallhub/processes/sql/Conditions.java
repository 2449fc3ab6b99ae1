package io.mallhub.processes.sql;

import io.mallhub.shared.LikeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions of a list, with named parameters: values never become part of the SQL text. */
public final class Conditions {
    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    public Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    /** Left out when there is no value. */
    public Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            all.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** A parameter of a condition that names it itself. */
    public void with(String name, Object value) {
        parameters.put(name, value);
    }

    /** Text for LIKE in which no character is a wildcard. */
    public static String escaped(String text) {
        return LikeText.escaped(text.strip());
    }

    /** Business numbers from their beginning, subjects anywhere. */
    public Conditions matching(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        String escaped = escaped(text);
        parameters.put("prefix", escaped + "%");
        parameters.put("part", "%" + escaped + "%");
        return and("(i.business_number LIKE :prefix OR i.subject ILIKE :part)");
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public String where() {
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
