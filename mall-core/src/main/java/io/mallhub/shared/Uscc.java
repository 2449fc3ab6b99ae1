package io.mallhub.shared;

/**
 * Unified social credit code (GB 32100): 18 characters, the last a check over the others. Codes
 * really issued sometimes fail the check, so a failure is for a person to judge.
 *
 * @param value normalised
 */
public record Uscc(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    public Uscc {
        if (!(read(value) instanceof Parsed.Valid) || !normalise(value).equals(value)) {
            throw new IllegalArgumentException("Not a normalised, valid USCC: " + value);
        }
    }

    /** What a typed text is. Full width, lower case and blanks are normalised first. */
    public static Parsed parse(String typed) {
        return read(normalise(typed));
    }

    /** Half width, upper case, without blanks: the form in which codes are kept and compared. */
    public static String normalise(String typed) {
        return CodeText.normalise(typed);
    }

    /**
     * @param first17 characters of the alphabet
     */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static Parsed read(String value) {
        if (value.length() != LENGTH) {
            return new Parsed.Malformed(value, "18 characters are needed, not " + value.length());
        }
        for (char c : value.toCharArray()) {
            if (ALPHABET.indexOf(c) < 0) {
                return new Parsed.Malformed(value, "the character " + c + " never occurs");
            }
        }
        char expected = checkCharacter(value.substring(0, LENGTH - 1));
        return expected == value.charAt(LENGTH - 1)
                ? new Parsed.Valid(value)
                : new Parsed.WrongCheck(value, expected);
    }

    public sealed interface Parsed {
        /** Normalised, whatever it is. */
        String value();

        record Valid(String value) implements Parsed {
            public Uscc code() {
                return new Uscc(value);
            }
        }

        record WrongCheck(String value, char expected) implements Parsed {}

        /**
         * @param why in words
         */
        record Malformed(String value, String why) implements Parsed {}
    }
}
