package io.mallhub.shared;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which codes and licence numbers are kept and compared. */
public final class CodeText {
    private CodeText() {}

    /** Half width, upper case, without blanks; done twice it changes nothing more. */
    public static String normalise(String typed) {
        String upper = compose(typed).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return compose(upper); // upper case takes some accented letters apart
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
