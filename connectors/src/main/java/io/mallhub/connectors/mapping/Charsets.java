package io.mallhub.connectors.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a reply although labels lie: a byte order mark is believed first, then what
 * decodes without error in the order definition, label, UTF-8, GB18030. Bytes no charset explains
 * become U+FFFD, which the fields report, so that only the records that hold them are bad.
 */
public final class Charsets {
    /** GBK and GB2312 are subsets; what calls itself so often holds more. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    private static final Pattern LABEL =
            Pattern.compile("charset=\"?([\\w.:-]+)|encoding=[\"']([\\w.:-]+)[\"']");
    private static final Pattern CJK = Pattern.compile("[\\u3000-\\u9fff\\uff00-\\uffef]");

    private final Charset stated;

    public Charsets(Charset stated) {
        this.stated = stated;
    }

    /**
     * @throws IllegalArgumentException when there is no such charset
     */
    public static Charset named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals("GBK") || upper.equals("GB2312") ? GB18030 : Charset.forName(name);
    }

    public Charset stated() {
        return stated;
    }

    /** The text without its byte order mark. */
    public String decode(byte[] bytes, @Nullable String contentType) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.isEmpty() ? text : text.substring(1);
        }
        Set<Charset> order = new LinkedHashSet<>();
        order.add(stated);
        label(bytes, contentType).ifPresent(order::add);
        order.add(StandardCharsets.UTF_8);
        order.add(GB18030);
        if (!stated.equals(StandardCharsets.UTF_8)) {
            // Most UTF-8 also decodes as GB18030, to nonsense; the reverse hardly ever happens.
            Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8.filter(text -> CJK.matcher(text).find()).isPresent()) {
                return utf8.get();
            }
        }
        for (Charset charset : order) {
            Optional<String> text = strict(bytes, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(bytes, stated);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        // The JDK's lenient decoder is far faster; what it could not decode shows as U+FFFD.
        String text = new String(bytes, charset);
        return text.indexOf('\uFFFD') < 0 || decodes(bytes, charset)
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Told apart from a U+FFFD that was sent. */
    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Charset> label(byte[] bytes, @Nullable String contentType) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        String labels = (contentType == null ? "" : contentType) + " " + start;
        Matcher label = LABEL.matcher(labels);
        while (label.find()) {
            String name = label.group(1) == null ? label.group(2) : label.group(1);
            if (isKnown(name)) {
                return Optional.of(named(name));
            }
        }
        return Optional.empty();
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (java.nio.charset.IllegalCharsetNameException e) {
            return false;
        }
    }

    private static @Nullable Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE
                ? StandardCharsets.UTF_16LE
                : null;
    }
}
