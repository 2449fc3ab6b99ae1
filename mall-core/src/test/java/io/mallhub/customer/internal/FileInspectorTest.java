package io.mallhub.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.internal.Inspection.Passed;
import io.mallhub.customer.internal.Inspection.Refused;
import io.mallhub.fixture.Files;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FileInspectorTest {
    private final FileInspector inspector =
            new FileInspector(new UploadSettings(DataSize.ofMegabytes(10), 120_000_000, 100));

    @Test
    void wholePdfsAndPicturesPassUnderTheTypeOfTheirContent() {
        assertThat(mediaType("scan.pdf", Files.pdf("licence"))).isEqualTo("application/pdf");
        assertThat(mediaType("scan.png", Files.png(800, 600))).isEqualTo("image/png");
        assertThat(mediaType("scan.jpg", Files.jpeg(800, 600))).isEqualTo("image/jpeg");
        assertThat(mediaType("called.pdf", Files.png(8, 8))).isEqualTo("image/png");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(problem(new byte[0])).isEqualTo("document.empty");
    }

    @Test
    void aFileOverTenMebibytesIsRefusedAndOneOfExactlyThatSizeIsLookedAt() {
        byte[] tooLarge = new byte[10 * 1024 * 1024 + 1];

        assertThat(problem(tooLarge)).isEqualTo("document.too-large");
        assertThat(problem(Arrays.copyOf(tooLarge, tooLarge.length - 1)))
                .isEqualTo("document.not-a-picture-or-pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<html><script>alert(1)</script></html>",
                "GIF89a",
                "MZ this program",
                "plain words",
                " %PDF-1.4 with a blank before it",
                "\u00ff\u00d8"
            })
    void anythingElseIsRefused(String content) {
        assertThat(problem(bytes(content))).isEqualTo("document.not-a-picture-or-pdf");
    }

    @Test
    void aZipIsRefusedWhateverItsName() throws IOException {
        assertThat(problem(aZip())).isEqualTo("document.not-a-picture-or-pdf");
    }

    @Test
    void aPictureOrPdfWithAZipBehindItIsRefused() throws IOException {
        for (byte[] cover : new byte[][] {Files.pdf("x"), Files.png(8, 8), Files.jpeg(8, 8)}) {
            assertThat(problem(joined(cover, aZip()))).isEqualTo("document.two-in-one");
        }
    }

    @Test
    void aPdfThatIsAlsoAWebPageIsRefused() {
        byte[] content = bytes("%PDF-1.4\n%<HTML><Script>alert(1)</script>\n");

        assertThat(problem(joined(content, Files.pdf("x")))).isEqualTo("document.two-in-one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"})
    void aPdfThatDoesMoreThanShowItselfIsRefused(String name) {
        assertThat(problem(Files.pdf("x " + name + " y"))).isEqualTo("document.active-pdf");
    }

    @ParameterizedTest
    @CsvSource({"%PDF-", "%PDF-1", "%PDF-x.y", "%PDF-3.0"})
    void aPdfWithoutItsHeaderIsRefused(String header) {
        byte[] rest = Files.pdf("x");

        assertThat(problem(joined(bytes(header), Arrays.copyOfRange(rest, 8, rest.length))))
                .isEqualTo("document.broken");
    }

    @Test
    void aTruncatedPdfIsRefused() {
        byte[] whole = Files.pdf("x");

        assertThat(problem(Arrays.copyOf(whole, whole.length - 8))).isEqualTo("document.broken");
    }

    @Test
    void aPdfWithSomethingBehindItsEndIsRefused() {
        assertThat(problem(joined(Files.pdf("x"), bytes("more")))).isEqualTo("document.broken");
    }

    @Test
    void truncatedPicturesAreRefused() {
        for (byte[] whole : new byte[][] {Files.png(400, 400), Files.jpeg(400, 400)}) {
            for (int cut : new int[] {1, 2, whole.length / 2, whole.length - 20}) {
                assertThat(problem(Arrays.copyOf(whole, whole.length - cut)))
                        .as("%d of %d bytes cut", cut, whole.length)
                        .isEqualTo("document.broken");
            }
        }
    }

    @Test
    void aPngWithSomethingBehindItsEndIsRefused() {
        assertThat(problem(joined(Files.png(8, 8), bytes("payload")))).isEqualTo("document.broken");
    }

    @Test
    void aPixelBombIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] bomb = pngThatClaims(29_000, 29_000);
        assertThat(bomb.length).isLessThan(2_000_000);

        long before = System.nanoTime();
        assertThat(problem(bomb)).isEqualTo("document.too-many-pixels");
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
        assertThat(problem(pngThatClaims(31_000, 1))).isEqualTo("document.too-many-pixels");
        assertThat(problem(pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo("document.too-many-pixels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd|passwd.png",
                "C:\\Users\\x\\licence.exe|licence.png",
                "营业执照.PNG|营业执照.png",
                "a\u202Egnp.exe|agnp.png",
                "\"quoted\"; name.png|quoted name.png",
                "'   '|document.png",
                ".htaccess|htaccess.png",
                "x<script>.png|xscript.png"
            })
    void theNameIsMadeSafe(String typed, String safe) {
        assertThat(passed(typed, Files.png(8, 8)).name()).isEqualTo(safe);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = passed("𠮷".repeat(200), Files.png(8, 8)).name();

        assertThat(name.length()).isLessThanOrEqualTo(124);
        assertThat(name).startsWith("𠮷").endsWith("𠮷.png");
    }

    @Property(tries = 200)
    void damagedPicturesNeverEscapeAsAnException(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int damages) {
        Random random = new Random(seed);
        byte[] content = random.nextBoolean() ? Files.png(40, 40) : Files.jpeg(40, 40);
        for (int i = 0; i < damages; i++) {
            content[8 + random.nextInt(content.length - 8)] = (byte) random.nextInt();
        }

        assertThat(inspector.inspect("x", content)).isNotNull();
    }

    private String mediaType(String name, byte[] content) {
        return passed(name, content).mediaType();
    }

    private CheckedFile passed(String name, byte[] content) {
        return switch (inspector.inspect(name, content)) {
            case Passed passed -> passed.file();
            case Refused refused -> throw new AssertionError(refused);
        };
    }

    private String problem(byte[] content) {
        return switch (inspector.inspect("x.pdf", content)) {
            case Passed passed -> "passed as " + passed.file().mediaType();
            case Refused refused -> refused.problem();
        };
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] aZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run.class"));
            zip.write(bytes("payload"));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** A few kilobytes that ask for gigabytes of memory. */
    private static byte[] pngThatClaims(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        out.write(
                chunk(
                        "IHDR",
                        ByteBuffer.allocate(13)
                                .putInt(width)
                                .putInt(height)
                                .put(new byte[] {8, 2, 0, 0, 0})
                                .array()));
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(zeros)) {
            deflater.write(new byte[1_000_000]);
        }
        out.write(chunk("IDAT", zeros.toByteArray()));
        out.write(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] typed = joined(bytes(type), data);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(data.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }
}
