package io.mallhub.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.mapping.BodyEncoding.CannotCarry;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fault rows 35 to 38: whatever is written is read again, and whatever comes is read or reported.
 */
class CharsetsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset WINDOWS = Charset.forName("x-mswin-936");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Chinese, rare and simple letters, what GBK versions disagree on, and all else there is. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> any =
                Arbitraries.integers()
                        .between(0x20, 0x10FFFF)
                        .filter(c -> Character.getType(c) != Character.SURROGATE)
                        .filter(c -> (c & 0xFFFE) != 0xFFFE && (c < 0x7F || c > 0x9F));
        Arbitrary<Integer> likely =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0x4E00, 0x9FBB),
                        Arbitraries.integers().between(0x3400, 0x4DB5),
                        Arbitraries.of(
                                "€·—⊕♁镕㐀𠮷😀︐ḿ龴\uE78D\uE81E\uE000?\\\"'&<>]"
                                        .codePoints()
                                        .boxed()
                                        .toList()));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, likely), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(40)
                .map(
                        points ->
                                points.stream()
                                        .collect(
                                                StringBuilder::new,
                                                StringBuilder::appendCodePoint,
                                                StringBuilder::append)
                                        .toString());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("GBK", "GB2312", "GB18030", "UTF-8", "x-mswin-936", "Big5");
    }

    @Property(tries = 2_000)
    void jsonIsReadAsItWasWrittenByAllWhoTakeTheCharsetAtItsWord(
            @ForAll("texts") String text, @ForAll("names") String name) throws Exception {
        BodyEncoding encoding = BodyEncoding.json(Charsets.named(name));
        byte[] bytes =
                encoding.text(JSON.writeValueAsString(List.of(text))).getBytes(encoding.charset());

        for (Charset reader : readers(name)) {
            assertThat(JSON.readTree(strictly(bytes, reader)).get(0).asString()).isEqualTo(text);
        }
    }

    @Property(tries = 2_000)
    void xmlIsReadAsItWasWrittenByAParserThatIsToldNothing(
            @ForAll("texts") String text, @ForAll("names") String name) throws Exception {
        BodyEncoding encoding = BodyEncoding.xml(Charsets.named(name));
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        byte[] bytes = encoding.text("<a>" + escaped + "</a>").getBytes(encoding.charset());

        assertThat(
                        DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(bytes))
                                .getDocumentElement()
                                .getTextContent())
                .isEqualTo(text);
    }

    @Property(tries = 2_000)
    void whatTheHubWritesItReadsItself(@ForAll("texts") String text, @ForAll("names") String name)
            throws Exception {
        Charsets charsets = Charsets.named(name);
        BodyEncoding encoding = BodyEncoding.json(charsets);
        String body = JSON.writeValueAsString(List.of("阿莫西林", text));

        String read =
                charsets.decode(
                        encoding.text(body).getBytes(encoding.charset()), "application/json");

        assertThat(modern(JSON.readTree(read).get(1).asString())).isEqualTo(modern(text));
    }

    @Property(tries = 2_000)
    void whateverBytesComeNoQuestionMarkIsMadeOfThem(
            @ForAll byte[] bytes, @ForAll("names") String name) {
        String text = Charsets.named(name).decode(bytes, null);

        long sent = count(new String(bytes, StandardCharsets.ISO_8859_1), '?');
        if (bytes.length < 2 || (bytes[0] & 0xFF) < 0xFE) {
            assertThat(count(text, '?')).isLessThanOrEqualTo(sent);
        }
    }

    @Example
    void whatVersionsOfGbkReadDifferentlyIsEscaped() {
        BodyEncoding xml = BodyEncoding.xml(Charsets.named("GBK"));

        assertThat(xml.escaped("镕·—")).isEqualTo("镕·—");
        assertThat(xml.escaped("€")).isEqualTo("&#8364;");
        assertThat(xml.escaped("𠮷㐀😀")).isEqualTo("&#134071;&#13312;&#128512;");
        assertThat(BodyEncoding.json(Charsets.named("GBK")).escaped("𠮷€"))
                .isEqualTo("\\ud842\\udfb7\\u20ac");
        assertThat(BodyEncoding.xml(Charsets.named("GB2312")).escaped("镕林")).isEqualTo("&#38229;林");
    }

    @Example
    void xmlNamesTheCharsetItIsReallyIn() {
        BodyEncoding gbk = BodyEncoding.xml(Charsets.named("cp936"));
        BodyEncoding utf8 = BodyEncoding.xml(Charsets.named("UTF-8"));
        String wrong = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<a/>";

        assertThat(gbk.text("<a/>")).isEqualTo("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>");
        assertThat(gbk.text(wrong)).isEqualTo(gbk.text("<a/>"));
        assertThat(gbk.text(gbk.text("<a>𠮷</a>"))).isEqualTo(gbk.text("<a>𠮷</a>"));
        assertThat(utf8.text(wrong)).contains("encoding=\"UTF-8\"");
        assertThat(utf8.text("<a/>")).isEqualTo("<a/>");
    }

    @Example
    void whatHasNoWayToBeWrittenIsRefusedAndNamed() {
        BodyEncoding gbk = BodyEncoding.xml(Charsets.named("GBK"));

        assertThatThrownBy(() -> gbk.text("<a><![CDATA[药𠮷]]></a>"))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("'𠮷' (U+20BB7)")
                .hasMessageContaining("CDATA in GBK");
        assertThat(gbk.escaped("<![CDATA[药]]>𠮷")).endsWith("]]>&#134071;");
        assertThatThrownBy(() -> gbk.text("<a>\uD842</a>"))
                .isInstanceOf(CannotCarry.class)
                .hasMessageContaining("half a character");
    }

    @Example
    void aNameCutInTheMiddleOfACharacterSpoilsItselfOnly() {
        // given: old ERPs cut by bytes; as GB18030 the whole page would read well and be nonsense
        byte[] page = "阿莫西林胶囊 盐酸二甲双胍 阿司匹".getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(page, page.length - 1);

        for (String name : List.of("UTF-8", "GBK")) {
            assertThat(Charsets.named(name).decode(cut, null)).isEqualTo("阿莫西林胶囊 盐酸二甲双胍 阿司\uFFFD");
        }
    }

    @Example
    void oneBrokenByteDoesNotMakeAnotherCharsetOfThePage() {
        byte[] gbk = "阿莫西林胶囊@盐酸二甲双胍".getBytes(GBK);
        for (int i = 0; i < gbk.length; i++) {
            gbk[i] = gbk[i] == '@' ? (byte) 0xFF : gbk[i];
        }

        for (String name : List.of("UTF-8", "GBK")) {
            assertThat(Charsets.named(name).decode(gbk, "text/xml; charset=UTF-8"))
                    .isEqualTo("阿莫西林胶囊\uFFFD盐酸二甲双胍");
        }
    }

    @Example
    void aServersLatin1IsNoStatement() {
        byte[] gbk = "阿莫西林".getBytes(GBK);

        assertThat(Charsets.named("UTF-8").decode(gbk, "text/html;charset=ISO-8859-1"))
                .isEqualTo("阿莫西林");
        assertThat(
                        Charsets.named("ISO-8859-1")
                                .decode("é".getBytes(StandardCharsets.ISO_8859_1), null))
                .isEqualTo("é");
    }

    @Example
    void byteOrderMarksAreBelievedAndNoText() {
        for (String name : List.of("UTF-8", "GBK")) {
            Charsets charsets = Charsets.named(name);
            assertThat(charsets.decode("\uFEFF\uFEFFé".getBytes(StandardCharsets.UTF_8), null))
                    .isEqualTo("é");
            assertThat(charsets.decode(bytes("FFFE", "药", StandardCharsets.UTF_16LE), null))
                    .isEqualTo("药");
            assertThat(charsets.decode(bytes("FEFF", "药", StandardCharsets.UTF_16BE), null))
                    .isEqualTo("药");
        }
    }

    /** 2005 had them in the private use area, and 2022 gave the places to each other. */
    @Example
    void bothVersionsOfGb18030GiveTheSameText() {
        for (String name : List.of("GBK", "GB18030")) {
            Charsets charsets = Charsets.named(name);
            assertThat(charsets.decode(HexFormat.of().parseHex("b0a2a6d9fe59a8bc"), null))
                    .isEqualTo("阿︐龴ḿ");
            assertThat(charsets.decode(HexFormat.of().parseHex("b0a2843182368135f437"), null))
                    .isEqualTo("阿︐ḿ");
        }
        assertThat("︐".getBytes(Charsets.named("GB18030").written()))
                .isEqualTo(HexFormat.of().parseHex("a6d9"));
    }

    private static String modern(String text) {
        return Charsets.named("GB18030").decode(text.getBytes(GB18030), null);
    }

    private static byte[] bytes(String mark, String text, Charset charset) {
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] body = text.getBytes(charset);
        return ByteBuffer.allocate(head.length + body.length).put(head).put(body).array();
    }

    private static long count(String text, char c) {
        return text.chars().filter(it -> it == c).count();
    }

    private static List<Charset> readers(String name) {
        return switch (name) {
            case "GBK", "x-mswin-936" -> List.of(GBK, WINDOWS, GB18030);
            case "GB2312" -> List.of(Charset.forName("GB2312"), GBK, WINDOWS, GB18030);
            default -> List.of(Charset.forName(name));
        };
    }

    private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
