package io.mallhub.webkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The font of papers (ADR 10): Noto Sans CJK of the machine, of which each paper carries the
 * characters it uses; where the machine has none, the font that PDF readers bring for Chinese.
 *
 * @param isEmbedded whether papers carry it
 */
record PaperFont(BaseFont base, boolean isEmbedded) {
    private static final Logger LOG = LoggerFactory.getLogger(PaperFont.class);
    private static final String SIMPLIFIED = "CJKsc";

    /** Where Debian and Ubuntu, Fedora, Arch and Alpine put it. */
    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
                    Path.of("/usr/share/fonts/noto/NotoSansCJK-Regular.ttc"));

    /** Looked for once. */
    private static final class OfThisMachine {
        static final PaperFont FOUND = in(PLACES);
    }

    static PaperFont ofThisMachine() {
        return OfThisMachine.FOUND;
    }

    static PaperFont in(List<Path> places) {
        return places.stream()
                .filter(Files::isReadable)
                .flatMap(file -> embedded(file).stream())
                .findFirst()
                .orElseGet(PaperFont::ofTheReader);
    }

    private static Optional<PaperFont> embedded(Path file) {
        try {
            List<String> faces = Arrays.asList(BaseFont.enumerateTTCNames(file.toString()));
            for (int face = 0; face < faces.size(); face++) {
                if (faces.get(face).contains(SIMPLIFIED)) {
                    return Optional.of(
                            new PaperFont(
                                    BaseFont.createFont(
                                            file + "," + face,
                                            BaseFont.IDENTITY_H,
                                            BaseFont.EMBEDDED),
                                    true));
                }
            }
            LOG.warn("{} has no face {}: papers do not use it", file, SIMPLIFIED);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read as a font: papers do not use it", file, e);
        }
        return Optional.empty();
    }

    private static PaperFont ofTheReader() {
        try {
            return new PaperFont(
                    BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
