package io.mallhub.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.connectors.ZippedPack.Problem;
import io.mallhub.connectors.ZippedPack.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives as people, and people who mean harm, hand them in. */
class ZippedPackTest {
    private static final byte[] TEXT = "id: acme".getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsZippedUnfoldsToTheSameFilesAndAlwaysToTheSameBytes() {
        DefinitionPack pack =
                new DefinitionPack("acme", Map.of("connector.yaml", TEXT, "requests/a.xml", TEXT));

        byte[] zip = ZippedPack.write(pack);

        assertThat(ZippedPack.write(pack)).isEqualTo(zip);
        assertThat(ZippedPack.read(zip)).isInstanceOf(Reading.Read.class);
        DefinitionPack read = ((Reading.Read) ZippedPack.read(zip)).pack();
        assertThat(read.id()).isEqualTo("acme");
        assertThat(read.paths()).containsExactly("connector.yaml", "requests/a.xml");
        assertThat(read.file("requests/a.xml").orElseThrow()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "../connector.yaml, BAD_PATH",
        "acme/../../etc/passwd, BAD_PATH",
        "/acme/connector.yaml, BAD_PATH",
        "acme\\connector.yaml, BAD_PATH",
        "acme/.hidden, BAD_PATH",
        "C:/acme/connector.yaml, BAD_PATH",
        "connector.yaml, NO_FOLDER",
        "acme/other.yaml, NO_FOLDER"
    })
    void aPathThatLeadsElsewhereIsRefused(String path, Problem problem) throws IOException {
        assertThat(problem(zip(path, TEXT))).isEqualTo(problem);
    }

    @Test
    void twoFoldersAreNoDefinition() throws IOException {
        assertThat(problem(zip("acme/connector.yaml", TEXT, "other/a.xml", TEXT)))
                .isEqualTo(Problem.NO_FOLDER);
    }

    @Test
    void aBombIsRefusedBeforeItUnfolds() throws IOException {
        byte[] zeros = new byte[64 * 1024 * 1024];
        byte[] bomb = zip("acme/connector.yaml", zeros);
        assertThat(bomb).hasSizeLessThan(ZippedPack.LARGEST);

        assertThat(problem(bomb)).isEqualTo(Problem.TOO_LARGE_UNFOLDED);
        assertThat(problem(zip("__MACOSX/x", zeros))).isEqualTo(Problem.TOO_LARGE_UNFOLDED);
    }

    @Test
    void tooLargeAndTooManyAreRefused() throws IOException {
        byte[] noise = new byte[ZippedPack.LARGEST + 1];
        new Random(1).nextBytes(noise);
        assertThat(problem(zip("acme/connector.yaml", noise))).isEqualTo(Problem.TOO_LARGE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ZippedPack.MOST_FILES; i++) {
                out.putNextEntry(new ZipEntry("acme/" + i));
            }
        }
        assertThat(problem(bytes.toByteArray())).isEqualTo(Problem.TOO_MANY_FILES);
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertThat(problem(TEXT)).isEqualTo(Problem.NO_ZIP);
        assertThat(problem(new byte[0])).isEqualTo(Problem.NO_ZIP);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            out.putNextEntry(new ZipEntry("定义/connector.yaml"));
        }
        assertThat(problem(bytes.toByteArray())).isIn(Problem.NO_ZIP, Problem.BAD_PATH);
    }

    private static Problem problem(byte[] zip) {
        return ((Reading.Refused) ZippedPack.read(zip)).problem();
    }

    private static byte[] zip(Object... pathsAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < pathsAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) pathsAndContents[i]));
                out.write((byte[]) pathsAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
