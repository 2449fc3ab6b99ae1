package io.mallhub.exporter.table;

/** One column, and what a later change without or with a value does to it. */
public record Column(String name, ColumnType type, Rule rule) {

    public enum Rule {
        /** Part of the primary key. */
        KEY,
        /** Each change replaces the value, by null too. */
        LATEST,
        /** A change without a value leaves the old one. */
        IF_PRESENT,
        /** The first value stays. */
        FIRST
    }

    public static Column key(String name, ColumnType type) {
        return new Column(name, type, Rule.KEY);
    }

    public static Column latest(String name, ColumnType type) {
        return new Column(name, type, Rule.LATEST);
    }

    public static Column ifPresent(String name, ColumnType type) {
        return new Column(name, type, Rule.IF_PRESENT);
    }

    public static Column first(String name, ColumnType type) {
        return new Column(name, type, Rule.FIRST);
    }

    String update(String table) {
        return switch (rule) {
            case KEY, LATEST -> "%s = excluded.%s".formatted(name, name);
            case IF_PRESENT ->
                    "%s = COALESCE(excluded.%s, %s.%s)".formatted(name, name, table, name);
            case FIRST -> "%s = COALESCE(%s.%s, excluded.%s)".formatted(name, table, name, name);
        };
    }
}
