package io.mallhub.identity.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A login name as shown, and its key for comparing: no two accounts whose logins differ only in
 * case or width.
 */
record Login(String shown, String key) {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,64}");

    /**
     * @throws IllegalArgumentException unless 3 to 64 letters, digits or {@code ._@+-}
     */
    static Login chosen(String text) {
        String shown = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!ALLOWED.matcher(shown).matches()) {
            throw new IllegalArgumentException(
                    "A login has 3 to 64 letters, digits, or any of . _ @ + -");
        }
        return new Login(shown, keyOf(shown));
    }

    /** Of whatever was typed at a door. */
    static String keyOf(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
