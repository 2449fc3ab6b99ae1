package io.mallhub.shared;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/**
 * Codes that nobody guesses, in signs that nobody mistakes for one another: 16 of them are 80
 * random bits.
 */
public final class FreshCode {
    public static final int LENGTH = 16;
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshCode() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                .collect(Collectors.joining());
    }

    /** Whether it could be one: nothing else needs to be looked up. */
    public static boolean isOne(String typed) {
        return typed.length() == LENGTH && typed.chars().allMatch(it -> SIGNS.indexOf(it) >= 0);
    }
}
