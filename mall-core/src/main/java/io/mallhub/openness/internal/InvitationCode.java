package io.mallhub.openness.internal;

import io.mallhub.shared.Sha256;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * 80 random bits in signs that nobody mistakes for one another. The mall keeps a digest: who reads
 * its database invites nobody.
 */
final class InvitationCode {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InvitationCode() {}

    /** In groups of four. */
    static String fresh() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    static String digest(String typed) {
        return Sha256.hex(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
