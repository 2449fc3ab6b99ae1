package io.mallhub.connectors.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The charset of an ERP. Reading is lenient, because labels lie: a byte order mark is believed
 * first, then what decodes without error in the order definition, label, UTF-8, GB18030. Bytes no
 * charset explains become U+FFFD, which the fields report, so that only the records that hold them
 * are bad. Writing is strict: only what every version of the charset reads as the same.
 */
public final class Charsets {
    /** GBK and GB2312 are subsets; what calls itself so often holds more. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final Charset GBK = Charset.forName("GBK");

    /** What Windows calls GBK: it has the euro sign elsewhere, for one. */
    private static final Charset WINDOWS_936 = Charset.forName("x-mswin-936");

    private static final Pattern LABEL =
            Pattern.compile("charset=\"?([\\w.:-]+)|encoding=[\"']([\\w.:-]+)[\"']");

    /**
     * Characters that GB18030 had in the private use area until 2005 (the first until 2000) and
     * that Unicode has of its own since, in pairs.
     */
    private static final String MOVED =
            "\uE7C7\u1E3F\uE78D\uFE10\uE78E\uFE12\uE78F\uFE11\uE790\uFE13\uE791\uFE14"
                    + "\uE792\uFE15\uE793\uFE16\uE794\uFE17\uE795\uFE18\uE796\uFE19"
                    + "\uE81E\u9FB4\uE826\u9FB5\uE82B\u9FB6\uE82C\u9FB7\uE832\u9FB8"
                    + "\uE843\u9FB9\uE854\u9FBA\uE864\u9FBB";

    private final Charset reading;
    private final Charset writing;

    /** Of the same name, or of the hub itself: what they read otherwise is not surely carried. */
    private final List<Charset> readers;

    private Charsets(Charset reading, Charset writing, List<Charset> readers) {
        this.reading = reading;
        this.writing = writing;
        this.readers = readers;
    }

    /**
     * @throws IllegalArgumentException when there is no such charset
     */
    public static Charsets named(String name) {
        Charset named = Charset.forName(name);
        if (named.equals(GBK) || named.equals(WINDOWS_936)) {
            return new Charsets(GB18030, GBK, List.of(GBK, WINDOWS_936, GB18030));
        }
        return named.name().equals("GB2312")
                ? new Charsets(GB18030, named, List.of(named, GBK, WINDOWS_936, GB18030))
                : new Charsets(named, named, List.of(named));
    }

    /** Of requests. */
    public Charset written() {
        return writing;
    }

    /** Whether all who read it by the charset's name get this text again. */
    public boolean carries(String text) {
        if (!writing.newEncoder().canEncode(text)) {
            return false;
        }
        byte[] bytes = text.getBytes(writing);
        return readers.stream().allMatch(reader -> new String(bytes, reader).equals(text));
    }

    /** The code point, for people. */
    public OptionalInt firstNotCarried(String text) {
        return carries(text)
                ? OptionalInt.empty()
                : text.codePoints().filter(it -> !carries(Character.toString(it))).findFirst();
    }

    /** The text without its byte order marks. */
    public String decode(byte[] bytes, @Nullable String contentType) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.substring(marks(text));
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = unreadable(utf8);
        if (broken == 0 && reading.equals(StandardCharsets.UTF_8) || isChinese(utf8, broken)) {
            return utf8;
        }
        List<Charset> order = order(bytes, contentType);
        for (Charset charset : order) {
            Optional<String> text = strict(bytes, charset);
            if (text.isPresent()) {
                return modern(text.get(), charset);
            }
        }
        Charset least =
                Collections.min(
                        order, Comparator.comparingLong(it -> unreadable(new String(bytes, it))));
        return modern(new String(bytes, least), least);
    }

    private List<Charset> order(byte[] bytes, @Nullable String contentType) {
        Optional<Charset> label = label(bytes, contentType);
        Set<Charset> order = new LinkedHashSet<>();
        order.add(reading);
        label.filter(it -> !readsAnything(it)).ifPresent(order::add);
        order.add(StandardCharsets.UTF_8);
        order.add(GB18030);
        return List.copyOf(order);
    }

    /** Servers say Latin-1 of whatever they know nothing about, and it fits all bytes. */
    private static boolean readsAnything(Charset label) {
        return label.canEncode() && label.newEncoder().maxBytesPerChar() <= 1;
    }

    /**
     * Most UTF-8 also decodes as GB18030, to nonsense; the reverse hardly ever happens. Also with
     * some broken characters, as from names cut in their middle, it is still UTF-8.
     */
    private static boolean isChinese(String text, long broken) {
        return text.chars().filter(Charsets::isChinese).skip(broken).findAny().isPresent();
    }

    private static boolean isChinese(int c) {
        return (c >= 0x3000 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF);
    }

    private static long unreadable(String text) {
        return text.indexOf('\uFFFD') < 0 ? 0 : text.chars().filter(c -> c == 0xFFFD).count();
    }

    private static int marks(String text) {
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == 0xFEFF) {
            marks++;
        }
        return marks;
    }

    private static String modern(String text, Charset charset) {
        if (!charset.equals(GB18030)) {
            return text;
        }
        String modern = text;
        for (int i = 0; i < MOVED.length(); i += 2) {
            modern = modern.replace(MOVED.charAt(i), MOVED.charAt(i + 1));
        }
        return modern;
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
                return Optional.of(named(name).reading);
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
