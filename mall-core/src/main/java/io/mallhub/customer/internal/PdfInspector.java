package io.mallhub.customer.internal;

import io.mallhub.customer.internal.Inspection.Refused;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PDF that is whole and only shows itself: no scripts, no programs, no files inside. */
final class PdfInspector {
    private static final Pattern HEADER = Pattern.compile("(?s)%pdf-[12]\\.\\d.*");
    private static final Pattern TRAILER =
            Pattern.compile("(?s).*startxref\\s+\\d+\\s+%%EOF[\\s\\x00]*");
    private static final int TRAILER_TAIL = 2_048;

    private PdfInspector() {}

    static Optional<Refused> problem(byte[] content) {
        if (!HEADER.matcher(Bytes.headInLowerCase(content, 16)).matches()) {
            return Optional.of(new Refused("document.broken", "header"));
        }
        if (!TRAILER.matcher(Bytes.tail(content, TRAILER_TAIL)).matches()) {
            return Optional.of(new Refused("document.broken", "trailer"));
        }
        return Stream.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA")
                .filter(name -> Bytes.contain(content, name))
                .findFirst()
                .map(name -> new Refused("document.active-pdf", name));
    }
}
