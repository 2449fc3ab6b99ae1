package io.mallhub.customer.internal;

import io.mallhub.customer.internal.Inspection.Refused;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that are two things at once: the picture or PDF is the cover of something that runs. */
final class Polyglots {
    /** A zip is read from its end: this record, and a comment of at most 64 KiB after it. */
    private static final String ZIP_END = "PK\u0005\u0006";

    private static final int ZIP_TAIL = 66_000;
    private static final int HEAD = 2_048;

    private Polyglots() {}

    static Optional<Refused> problem(byte[] content) {
        if (Bytes.tail(content, ZIP_TAIL).contains(ZIP_END)) {
            return Optional.of(new Refused("document.two-in-one", "zip"));
        }
        String head = Bytes.headInLowerCase(content, HEAD);
        return Stream.of("<html", "<script", "<svg", "<!doctype", "<?php", "<%", "#!/")
                .filter(head::contains)
                .findFirst()
                .map(found -> new Refused("document.two-in-one", found));
    }
}
