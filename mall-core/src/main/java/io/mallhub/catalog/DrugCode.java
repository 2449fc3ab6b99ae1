package io.mallhub.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * National drug code (药品本位码): 14 digits, 86 + 9 + maker and product + check digit. The check digit
 * fits the weights 3, 1, 3, 1 … modulo 10 in nearly all codes really issued, but not in all, so a
 * mismatch is a warning.
 */
public record DrugCode(String digits) {
    private static final Pattern FORM = Pattern.compile("869\\d{11}");
    private static final Pattern RUN = Pattern.compile("[^\\s,;、/|]+");

    /** What a cell with any number of codes holds. */
    public record Cell(List<DrugCode> codes, List<String> unreadable) {}

    public DrugCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not a 14-digit drug code: " + digits);
        }
    }

    /** Splits at punctuation and blanks, full-width or not; dashes count as nothing. */
    public static Cell parseCell(String raw) {
        List<DrugCode> codes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Matcher runs = RUN.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC));
        while (runs.find()) {
            String run = runs.group().replaceAll("[\\p{Cntrl}\\u200b\\ufeff]", "");
            if (FORM.matcher(run).matches()) {
                DrugCode code = new DrugCode(run);
                if (!codes.contains(code)) {
                    codes.add(code);
                }
            } else if (!run.matches("[-—–_]*")) {
                unreadable.add(run);
            }
        }
        return new Cell(List.copyOf(codes), List.copyOf(unreadable));
    }

    public int computedCheckDigit() {
        int sum = 0;
        for (int place = 0; place < 13; place++) {
            sum += (digits.charAt(place) - '0') * (place % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10;
    }

    public boolean checkDigitMatches() {
        return computedCheckDigit() == digits.charAt(13) - '0';
    }

    @Override
    public String toString() {
        return digits;
    }
}
