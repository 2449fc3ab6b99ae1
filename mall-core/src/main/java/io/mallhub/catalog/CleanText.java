package io.mallhub.catalog;

import java.util.regex.Pattern;

/** Free text of an ERP, made fit for one line: no control characters, no dashes for "nothing". */
public final class CleanText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\u3000\\u00a0]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b\\ufeff\\ufffe\\uffff]");
    private static final String DASH_LIKE = "-—–－_/／";
    private static final Pattern DASHES = Pattern.compile("[" + DASH_LIKE + "]+");

    private CleanText() {}

    public static String of(String raw) {
        if (isClean(raw)) {
            return isDashes(raw) ? "" : raw;
        }
        String line = BLANKS.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ").strip();
        return isDashes(line) ? "" : line;
    }

    /** Nothing to do for the patterns, which cost more than all else that is done to a text. */
    private static boolean isClean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean lonely = i > 0 && i < raw.length() - 1 && raw.charAt(i - 1) != ' ';
            if (c <= ' ' && !(c == ' ' && lonely) || c >= 0x7f && !isPlain(c)) {
                return false;
            }
        }
        return true;
    }

    /** Of what is no ASCII: neither a control character nor blank nor invisible. */
    private static boolean isPlain(char c) {
        return c > '\u00a0'
                && c != '\u3000'
                && c != '\u200b'
                && c != '\ufeff'
                && c < '\ufffe'
                && !Character.isWhitespace(c);
    }

    public static boolean isDashes(String raw) {
        String text = raw.strip();
        return !text.isEmpty()
                && DASH_LIKE.indexOf(text.charAt(0)) >= 0
                && DASHES.matcher(text).matches();
    }

    public static boolean hasLineBreaksOrControls(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (Character.isISOControl(raw.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
