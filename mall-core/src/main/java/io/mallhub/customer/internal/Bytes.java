package io.mallhub.customer.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Looking into raw content. */
final class Bytes {
    private Bytes() {}

    static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length
                && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** The last bytes, each as one character. */
    static String tail(byte[] content, int length) {
        int from = Math.max(0, content.length - length);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1);
    }

    /** The first bytes in lower case, each as one character. */
    static String headInLowerCase(byte[] content, int length) {
        return new String(content, 0, Math.min(length, content.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }

    static boolean contain(byte[] content, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= content.length - wanted.length; at++) {
            if (content[at] == wanted[0]
                    && Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
