package io.mallhub.console.compliance;

import java.util.Locale;

/** What a reviewer may answer; the words are those the process waits for. */
enum Decision {
    APPROVE,
    REJECT,
    SUPPLEMENT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
