package io.mallhub.customer;

import io.mallhub.shared.CodeText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a drug distribution licence (药品经营许可证). Since 2024: province, kind of business, legal
 * person or not, 4-digit area, 5-digit serial, as in 琼AA898000001. Numbers of before stay in use
 * until their licence ends.
 */
public final class DrugLicenceNumber {
    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
    private static final Pattern SINCE_2024 =
            Pattern.compile("([" + PROVINCES + "])([A-D])([AB])(\\d{4})(\\d{5})");
    private static final Pattern OLDER =
            Pattern.compile(
                    "[" + PROVINCES + "][A-D][AB][A-Z]?\\d{7,8}(-\\d{1,3}|\\(\\d{1,3}\\))?");

    private DrugLicenceNumber() {}

    public static Parsed parse(String typed) {
        String value = normalise(typed);
        Matcher current = SINCE_2024.matcher(value);
        if (current.matches()) {
            return new Parsed.Current(
                    value,
                    current.group(1),
                    Business.values()[current.group(2).charAt(0) - 'A'],
                    current.group(3).equals("A"),
                    current.group(4),
                    current.group(5));
        }
        if (OLDER.matcher(value).matches()) {
            return new Parsed.Older(value);
        }
        return new Parsed.Malformed(value, explain(value));
    }

    /** Half width, upper case, without blanks: the form in which numbers are kept and compared. */
    public static String normalise(String typed) {
        return CodeText.normalise(typed);
    }

    private static String explain(String value) {
        if (value.isEmpty()) {
            return "there is no number";
        }
        if (PROVINCES.indexOf(value.charAt(0)) < 0) {
            return "it does not begin with a province";
        }
        if (value.length() != 12) {
            return "12 characters are needed, not " + value.length();
        }
        return "after the province come one of A to D, one of A or B, and nine digits";
    }

    public enum Business {
        WHOLESALE,
        CHAIN_HEADQUARTERS,
        CHAIN_SHOP,
        SINGLE_SHOP
    }

    public sealed interface Parsed {
        /** Normalised, whatever it is. */
        String value();

        record Current(
                String value,
                String province,
                Business business,
                boolean legalPerson,
                String area,
                String serial)
                implements Parsed {}

        record Older(String value) implements Parsed {}

        /**
         * @param why in words
         */
        record Malformed(String value, String why) implements Parsed {}
    }
}
