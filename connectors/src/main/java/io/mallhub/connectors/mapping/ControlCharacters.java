package io.mallhub.connectors.mapping;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What XML and PostgreSQL can't hold: control characters other than tab and line ends, and halves
 * of characters, which are reported always.
 */
public enum ControlCharacters {
    /** They stand as U+FFFD, so that the field and its record are reported as bad. */
    REPORT("\uFFFD"),
    /** They are left out, because the definition says they mean nothing. */
    DROP("");

    private static final Pattern RAW =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:x0*([0-9A-Fa-f]{1,8})|0*([0-9]{1,9}));");

    private final String stand;

    ControlCharacters(String stand) {
        this.stand = stand;
    }

    public String inText(String text) {
        return clean(text)
                ? text
                : HALF.matcher(RAW.matcher(text).replaceAll(stand)).replaceAll("\uFFFD");
    }

    /** Also the references to them, which no XML parser lets pass. */
    public String inXml(String xml) {
        return inText(
                xml.contains("&#")
                        ? REFERENCE.matcher(xml).replaceAll(ControlCharacters::referred)
                        : xml);
    }

    /**
     * Some ERPs refer to a character of the higher planes by its halves: those are put together.
     */
    private static String referred(MatchResult reference) {
        long c =
                reference.group(1) == null
                        ? Long.parseLong(reference.group(2))
                        : Long.parseLong(reference.group(1), 16);
        if (c > Character.MAX_CODE_POINT) {
            return "\uFFFD";
        }
        String character = Character.toString((int) c);
        boolean half = character.length() == 1 && Character.isSurrogate(character.charAt(0));
        // A carriage return that is no reference would become a line end.
        return Matcher.quoteReplacement(
                half || RAW.matcher(character).matches() ? character : reference.group());
    }

    private static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c >= 0xFFFE) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
