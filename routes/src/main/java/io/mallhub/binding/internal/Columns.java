package io.mallhub.binding.internal;

/** Text without the one character a column cannot hold. */
final class Columns {
    private Columns() {}

    static String text(String value) {
        return value.replace('\u0000', '\u2400');
    }
}
