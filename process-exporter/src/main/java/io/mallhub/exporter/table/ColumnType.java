package io.mallhub.exporter.table;

import java.util.Collection;

/** How a value travels in an array parameter and becomes a column. */
public enum ColumnType {
    BIGINT("bigint", "%s"),
    INT("int", "%s"),
    TEXT("text", "%s"),
    BOOLEAN("boolean", "%s"),
    /** Milliseconds since 1970 UTC. */
    INSTANT("bigint", "timestamptz 'epoch' + %s * interval '1 millisecond'"),
    /** Arrays of arrays don't unnest row by row: the texts travel joined. */
    TEXTS("text", "string_to_array(%s, E'\\x1f')");

    private static final String SEPARATOR = "\u001f";

    private final String parameterType;
    private final String expression;

    ColumnType(String parameterType, String expression) {
        this.parameterType = parameterType;
        this.expression = expression;
    }

    String parameterType() {
        return parameterType;
    }

    String expression(String parameter) {
        return expression.formatted(parameter);
    }

    /**
     * PostgreSQL's text knows no zero character: one record with it would block the export for
     * ever.
     */
    Object storable(Object value) {
        return switch (value) {
            case Collection<?> texts ->
                    String.join(SEPARATOR, texts.stream().map(ColumnType::text).toList());
            case String text -> text(text);
            default -> value;
        };
    }

    private static String text(Object value) {
        return value.toString().replace('\0', '\uFFFD');
    }
}
