package io.mallhub.connectors.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Text to bytes without ever losing a character: what the ERP's charset does not surely carry is
 * written as the format's own escape.
 */
public final class BodyEncoding {
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\b[^>]*\\?>\\s*");
    private static final String LITERAL = "<![CDATA[";
    private static final String LITERAL_END = "]]>";

    private final Charsets charsets;
    private final boolean xml;
    private final IntFunction<String> escape;

    private BodyEncoding(Charsets charsets, boolean xml, IntFunction<String> escape) {
        this.charsets = charsets;
        this.xml = xml;
        this.escape = escape;
    }

    public static BodyEncoding json(Charsets charsets) {
        return new BodyEncoding(
                charsets,
                false,
                codePoint -> {
                    StringBuilder out = new StringBuilder();
                    for (char c : Character.toChars(codePoint)) {
                        out.append("\\u%04x".formatted((int) c));
                    }
                    return out.toString();
                });
    }

    public static BodyEncoding xml(Charsets charsets) {
        return new BodyEncoding(charsets, true, "&#%d;"::formatted);
    }

    public Charset charset() {
        return charsets.written();
    }

    /**
     * The body as it goes out, for those who sign or log it. XML in another charset than UTF-8 says
     * so itself: not every ERP looks at the content type.
     *
     * @throws CannotCarry when a character can't be written in any way where it stands
     */
    public String text(String body) {
        return escaped(xml ? declared(body) : body);
    }

    /**
     * Part of a body.
     *
     * @throws CannotCarry as {@link #text} says
     */
    public String escaped(String text) {
        if (charsets.carries(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int codePoint = text.codePointAt(i);
            length = Character.charCount(codePoint);
            String character = text.substring(i, i + length);
            safe.append(charsets.carries(character) ? character : escaped(text, i, codePoint));
        }
        return safe.toString();
    }

    private String escaped(String text, int at, int codePoint) {
        if (xml && Character.getType(codePoint) == Character.SURROGATE) {
            throw new CannotCarry(codePoint, "XML");
        }
        if (xml && text.lastIndexOf(LITERAL, at) > text.lastIndexOf(LITERAL_END, at)) {
            throw new CannotCarry(codePoint, "CDATA in " + charset());
        }
        return escape.apply(codePoint);
    }

    private String declared(String xml) {
        boolean declares = DECLARATION.matcher(xml).find();
        if (xml.isEmpty() || (!declares && charset().equals(StandardCharsets.UTF_8))) {
            return xml;
        }
        return "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(charset())
                + DECLARATION.matcher(xml).replaceFirst("");
    }

    /** A character has no way to be written where it stands. */
    public static final class CannotCarry extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /**
         * @param where it can't stand, for people
         */
        public CannotCarry(int codePoint, String where) {
            super(
                    "'%s' (U+%04X) can't be written in %s"
                            .formatted(
                                    Character.getType(codePoint) == Character.SURROGATE
                                            ? "half a character"
                                            : Character.toString(codePoint),
                                    codePoint,
                                    where));
        }
    }
}
