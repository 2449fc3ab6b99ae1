package io.mallhub.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number under which a medicine may be marketed in China (批准文号, registration number of an import):
 * {@code 国药准字} + letters + 8 digits, or the letters and digits alone in older registrations. One
 * approval covers several strengths and packs, so it never identifies a product.
 *
 * @param text half-width, upper case, without spaces or line breaks
 */
public record ApprovalNumber(String text) {
    private static final String PREFIX = "国药准字";

    /** Domestic, joint or imported (J, C), traditional import filings (ZCGD). */
    private static final Pattern NATIONAL =
            Pattern.compile(PREFIX + "([HZSTBFJ]|[HZS][JC]|ZCGD)\\d{8}");

    private static final Pattern REGISTRATION = Pattern.compile("([HZSBJ]C?|BH)\\d{8}");

    /** Normalises; empty when nothing but dashes or blanks is there. */
    public static Optional<ApprovalNumber> parse(String raw) {
        String text =
                Normalizer.normalize(raw, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Cntrl}\\u200b\\ufeff]", "")
                        .toUpperCase(Locale.ROOT);
        return text.matches("[-—–_/]*") ? Optional.empty() : Optional.of(new ApprovalNumber(text));
    }

    /** False sends it to a person; it is never refused for its form. */
    public boolean hasKnownForm() {
        return NATIONAL.matcher(text).matches() || REGISTRATION.matcher(text).matches();
    }

    /** Message key of what the number says of itself. */
    public String explain() {
        if (!hasKnownForm()) {
            return "approval-number.unknown-form";
        }
        String letters = text.replace(PREFIX, "").replaceAll("\\d", "");
        boolean imported = letters.length() > 1 || letters.equals("J") || !text.startsWith(PREFIX);
        return imported ? "approval-number.imported" : "approval-number.domestic";
    }

    @Override
    public String toString() {
        return text;
    }
}
