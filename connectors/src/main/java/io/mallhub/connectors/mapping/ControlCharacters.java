package io.mallhub.connectors.mapping;

import java.util.regex.Pattern;

/** What XML and PostgreSQL can't hold: control characters other than tab and line ends. */
public enum ControlCharacters {
    /** They stand as U+FFFD, so that the field and its record are reported as bad. */
    REPORT("\uFFFD"),
    /** They are left out, because the definition says they mean nothing. */
    DROP("");

    private static final Pattern RAW =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "&#(?:x0*(?:[0-8BbCcEeFf]|1[0-9A-Fa-f])|0*(?:[0-8]|1[124-9]|2\\d|3[01]));");

    private final String stand;

    ControlCharacters(String stand) {
        this.stand = stand;
    }

    public String inText(String text) {
        return clean(text) ? text : RAW.matcher(text).replaceAll(stand);
    }

    /** Also the references to them, which no XML parser lets pass. */
    public String inXml(String xml) {
        String text = inText(xml);
        return text.contains("&#") ? REFERENCE.matcher(text).replaceAll(stand) : text;
    }

    private static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c >= 0xFFFE) {
                return false;
            }
        }
        return true;
    }
}
