package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFontTest {
    @TempDir Path fonts;

    @Test
    void theFontOfTheMachineIsCarriedByThePaper() {
        PaperFont font = PaperFont.ofThisMachine();

        assertThat(font.isEmbedded()).isTrue();
        assertThat(pdf(font)).contains("/FontFile3").contains("NotoSansCJKsc");
    }

    @Test
    void withoutAFontPapersAreSetInTheOneOfTheReader() {
        PaperFont font = PaperFont.in(List.of(fonts.resolve("none.ttc")));

        assertThat(font.isEmbedded()).isFalse();
        assertThat(pdf(font)).contains("/STSong-Light").doesNotContain("/FontFile");
    }

    @Test
    void aFileThatIsNoFontIsPassedOver() throws Exception {
        Path broken = Files.writeString(fonts.resolve("broken.ttc"), "this is no font");

        assertThat(PaperFont.in(List.of(broken)).isEmbedded()).isFalse();
    }

    /** Its objects; what is packed in streams does not matter here. */
    private static String pdf(PaperFont font) {
        byte[] content = new Paper("证照 · 2026", "一", font).of("paper").getBody();
        return new String(Objects.requireNonNull(content), StandardCharsets.ISO_8859_1);
    }
}
