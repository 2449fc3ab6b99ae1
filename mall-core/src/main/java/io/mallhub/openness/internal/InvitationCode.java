package io.mallhub.openness.internal;

import io.mallhub.shared.FreshCode;
import io.mallhub.shared.Sha256;
import java.util.Locale;

/** The mall keeps a digest of a code: who reads its database invites nobody. */
final class InvitationCode {
    private InvitationCode() {}

    /** In groups of four. */
    static String fresh() {
        return FreshCode.next().replaceAll("(.{4})(?!$)", "$1-");
    }

    static String digest(String typed) {
        return Sha256.hex(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
