package io.mallhub.customer.internal;

/** What a person gives as a reason or a request. */
final class Words {
    private static final int LONGEST = 2_000;

    private Words() {}

    /**
     * @throws IllegalArgumentException when there are more than 2,000 characters
     */
    static String of(String typed) {
        String words = typed.replace("\u0000", "").strip();
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("A reason has at most 2000 characters");
        }
        return words;
    }

    /**
     * @throws IllegalArgumentException when there are none, too
     */
    static String needed(String typed) {
        String words = of(typed);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        return words;
    }
}
