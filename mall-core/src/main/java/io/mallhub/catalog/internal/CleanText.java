package io.mallhub.catalog.internal;

import java.util.regex.Pattern;

/** Free text of an ERP, made fit for one line: no control characters, no dashes for "nothing". */
final class CleanText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u3000\\u00a0]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b\\ufeff\\ufffe\\uffff]");
    private static final Pattern DASHES = Pattern.compile("[-—–－_/／]+");

    private CleanText() {}

    static String of(String raw) {
        String line = BLANKS.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ").strip();
        return isDashes(line) ? "" : line;
    }

    static boolean isDashes(String raw) {
        return DASHES.matcher(raw.strip()).matches();
    }

    static boolean hasLineBreaksOrControls(String raw) {
        return raw.chars().anyMatch(Character::isISOControl);
    }
}
