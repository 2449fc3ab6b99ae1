package io.mallhub.exporter;

import java.util.regex.Pattern;

/**
 * An error message without what differs from case to case, so that incidents with one cause have
 * one text: the first line, with numbers and identifiers replaced by {@code #}.
 */
final class Cause {

    private static final int LONGEST = 200;

    /** A word with at least one digit, with its dashes, dots and colons: number, id, date, key. */
    private static final Pattern VARIES =
            Pattern.compile("[\\w:.+-]*\\d[\\w:.+-]*", Pattern.UNICODE_CASE);

    private Cause() {}

    static String of(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        String plain = VARIES.matcher(line).replaceAll("#");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
