package io.mallhub.simulator.seed;

/** Invents unified social credit codes whose check characters are right (GB 32100, GB 11714). */
final class TaxNumber {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int MODULUS = 31;

    private TaxNumber() {}

    /**
     * @param area six-digit code of the place of registration
     * @param organisation eight digits, unique per company
     */
    static String of(String area, String organisation) {
        String body = "91" + area + organisation + organisationCheck(organisation);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return body + ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static char organisationCheck(String organisation) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(organisation.charAt(i), 10) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return switch (check) {
            case 10 -> 'X';
            case 11 -> '0';
            default -> (char) ('0' + check);
        };
    }
}
