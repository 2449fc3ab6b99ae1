package io.mallhub.connectors.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions an expression may call, the same in XPath ({@code m:percent(FTaxRate)}) and JSONata
 * ({@code $percent(sl)}). They take text and give text in canonical form, null for null; what can't
 * be converted throws {@link IllegalArgumentException} in words.
 */
public final class Conversions {
    private static final int LONGEST_NUMBER = 60;
    private static final int FINEST_SCALE = 20;
    private static final int MOST_PLACES = 10;

    private final TimeFormat times;
    private final Map<String, Map<String, String>> codes;
    private final ConcurrentMap<String, TimeFormat> timePatterns = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, DateTimeFormatter> datePatterns = new ConcurrentHashMap<>();

    /**
     * @param codes code tables by name: ERP code → canonical word
     */
    public Conversions(TimeFormat times, Map<String, Map<String, String>> codes) {
        this.times = times;
        this.codes = codes;
    }

    /** Each function by name and number of arguments. */
    public List<Function> functions() {
        return List.of(
                new Function("number", 1, a -> plain(number(a.getFirst()))),
                new Function("percent", 1, a -> plain(number(a.getFirst()).movePointLeft(2))),
                new Function("time", 2, a -> time(a.get(0), a.get(1))),
                new Function("date", 2, a -> date(a.get(0), a.get(1))),
                new Function("truth", 3, a -> truth(a.get(0), a.get(1), a.get(2))),
                new Function("code", 2, a -> code(a.get(0), a.get(1))),
                new Function("times", 2, a -> plain(number(a.get(0)).multiply(number(a.get(1))))),
                new Function("per", 2, a -> per(number(a.get(0)), number(a.get(1)))));
    }

    /** Forgives blanks, thousands separators and full-width digits. */
    private static BigDecimal number(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return decimal(narrow.replace(",", "").replace(" ", ""));
    }

    /** Of units in packs; what does not come out even is given to ten places. */
    private static String per(BigDecimal value, BigDecimal pack) {
        if (pack.signum() <= 0) {
            throw new IllegalArgumentException("a pack of " + pack);
        }
        BigDecimal quotient =
                value.divide(pack, MOST_PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain(quotient.scale() < 0 ? quotient.setScale(0) : quotient);
    }

    /** Strict; also refuses exponents that would fill the memory once written out. */
    static BigDecimal decimal(String text) {
        if (text.length() <= LONGEST_NUMBER) {
            try {
                BigDecimal value = new BigDecimal(text.strip());
                if (Math.abs(value.scale()) <= FINEST_SCALE) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is no decimal number", e);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no decimal number of usual size");
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private String time(String text, String pattern) {
        TimeFormat format =
                timePatterns.computeIfAbsent(pattern, p -> TimeFormat.of(p, times.zone()));
        try {
            return format.parse(text.strip()).toString();
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no time %s".formatted(text, format), e);
        }
    }

    private String date(String text, String pattern) {
        DateTimeFormatter format =
                datePatterns.computeIfAbsent(
                        pattern, p -> DateTimeFormatter.ofPattern(p, Locale.ROOT));
        try {
            return LocalDate.parse(text.strip(), format).toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no date %s".formatted(text, pattern), e);
        }
    }

    private static String truth(String text, String yes, String no) {
        if (text.equals(yes)) {
            return "true";
        }
        if (text.equals(no)) {
            return "false";
        }
        throw new IllegalArgumentException(
                "'%s' is neither '%s' (yes) nor '%s' (no)".formatted(text, yes, no));
    }

    private String code(String text, String table) {
        Map<String, String> words = codes.get(table);
        if (words == null) {
            throw new IllegalArgumentException("there is no code table '" + table + "'");
        }
        String word = words.get(text);
        if (word == null) {
            throw new IllegalArgumentException(
                    "code table '%s' has no '%s'".formatted(table, text));
        }
        return word;
    }

    /**
     * @param arguments how many it takes; the first is the value, null gives null
     */
    public record Function(String name, int arguments, Body body) {
        @Nullable Object apply(List<@Nullable String> given) {
            String value = given.getFirst();
            return value == null ? null : body.apply(given.stream().map(String::valueOf).toList());
        }
    }

    /** Converts; throws {@link IllegalArgumentException} in words. */
    @FunctionalInterface
    public interface Body {
        String apply(List<String> arguments);
    }
}
