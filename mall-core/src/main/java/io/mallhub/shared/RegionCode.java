package io.mallhub.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * GB/T 2260 codes by their beginnings: 33 is a province, 3301 a city in it, 330106 a district. A
 * region is named by its beginning; the longer one is closer.
 */
public final class RegionCode {
    private static final int DIGITS = 6;
    private static final Pattern TYPED = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}");

    private RegionCode() {}

    /** All beginnings of a code, the shortest first; none of a text that is shorter than one. */
    public static List<String> beginnings(String code) {
        List<String> all = new ArrayList<>();
        for (int digits = 2; digits <= Math.min(DIGITS, code.length()); digits += 2) {
            all.add(code.substring(0, digits));
        }
        return all;
    }

    /**
     * The region that a person means: 2, 4 or 6 digits, of which noughts at the end mean the whole
     * ({@code 330000} is 33). Empty for anything else.
     */
    public static Optional<String> beginning(String typed) {
        String region = typed.strip();
        if (!TYPED.matcher(region).matches()) {
            return Optional.empty();
        }
        while (region.length() > 2 && region.endsWith("00")) {
            region = region.substring(0, region.length() - 2);
        }
        return Optional.of(region);
    }
}
