package io.mallhub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CleanTextTest {
    @Property
    void aTextIsOneLineWithoutInvisibleCharactersOrOuterBlanks(@ForAll("cells") String cell) {
        String clean = CleanText.of(cell);

        String line =
                cell.replaceAll("[\\u200b\\ufeff\\ufffe\\uffff]", "")
                        .replaceAll("[\\s\\p{Cntrl}\\u3000\\u00a0]+", " ")
                        .strip();
        assertThat(clean).isEqualTo(line.matches("[-—–－_/／]+") ? "" : line);
    }

    /** Cells of the official list, with what is odd in them more often than there. */
    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars(
                        "ab 中国药（）(),.-—–－_/／\t\n\r\u0001\u007f\u0085\u00a0\u2003\u200b\u3000\ufeff\ufffd\uffff")
                .ofMaxLength(8);
    }
}
