package io.mallhub.connectors.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mapped, still untyped values of one record, read field by field into canonical types. What
 * can't be read is noted with field and reason and stands as a harmless value; {@link #sure} then
 * refuses the record, so that a bad record tells all its faults at once.
 */
public final class Fields {
    private final Map<String, ?> values;
    private final ValueFormats formats;
    private final String prefix;
    private final List<String> problems;

    public Fields(Map<String, ?> values, ValueFormats formats) {
        this(values, formats, "", new ArrayList<>());
    }

    private Fields(
            Map<String, ?> values, ValueFormats formats, String prefix, List<String> problems) {
        this.values = values;
        this.formats = formats;
        this.prefix = prefix;
        this.problems = problems;
    }

    /**
     * @throws BadFields when anything read so far was bad
     */
    public <T> T sure(T record) {
        if (!problems.isEmpty()) {
            throw new BadFields(String.join("; ", problems));
        }
        return record;
    }

    /** As received; absent is empty. */
    public String text(String field) {
        String text = string(field);
        if (text == null) {
            return "";
        }
        String clean = formats.controlCharacters().inText(text);
        if (clean.indexOf('\uFFFD') >= 0) {
            problem(field, "holds bytes or control characters that are no text", text);
        }
        return clean;
    }

    public String key(String field) {
        String key = text(field);
        if (key.isBlank()) {
            problem(field, "is empty", key);
        }
        return key;
    }

    public @Nullable BigDecimal decimalOrNull(String field) {
        return convert(field, "a decimal number", Conversions::decimal);
    }

    public BigDecimal decimal(String field) {
        BigDecimal value = decimalOrNull(field);
        return value == null ? missing(field, BigDecimal.ZERO) : value;
    }

    public int whole(String field, int otherwise) {
        Integer value =
                convert(field, "a whole number", t -> Conversions.decimal(t).intValueExact());
        return value == null ? otherwise : value;
    }

    public @Nullable Long longOrNull(String field) {
        return convert(field, "a whole number", t -> Conversions.decimal(t).longValueExact());
    }

    public @Nullable Instant instantOrNull(String field) {
        return convert(field, formats.timeName(), formats::instant);
    }

    public Instant instant(String field) {
        Instant value = instantOrNull(field);
        return value == null ? missing(field, Instant.EPOCH) : value;
    }

    public LocalDate date(String field) {
        LocalDate value = dateOrNull(field);
        return value == null ? missing(field, LocalDate.EPOCH) : value;
    }

    public @Nullable LocalDate dateOrNull(String field) {
        return convert(field, formats.dateName(), formats::date);
    }

    /** true, false, 1 or 0; absent is true: a list without such a field lists what is live. */
    public boolean flag(String field) {
        return flag(field, true);
    }

    /** As {@link #flag(String)}, with another meaning of absent. */
    public boolean flag(String field, boolean otherwise) {
        Boolean value = convert(field, "true or false", Fields::truth);
        return value == null ? otherwise : value;
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        E[] all = type.getEnumConstants();
        E value = convert(field, "a word of " + type.getSimpleName(), t -> Enum.valueOf(type, t));
        return value == null ? missing(field, all[0]) : value;
    }

    /** Inner records; their problems count as this record's. */
    public <T> List<T> each(String field, Function<Fields, T> inner) {
        Object value = values.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            problem(field, "should be a list", String.valueOf(value));
            return List.of();
        }
        List<T> all = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                String place = prefix + field + "[" + (all.size() + 1) + "].";
                @SuppressWarnings("unchecked")
                Map<String, ?> named = (Map<String, ?>) map;
                all.add(inner.apply(new Fields(named, formats, place, problems)));
            } else {
                problem(field, "should list records", String.valueOf(item));
            }
        }
        return all;
    }

    private <T> @Nullable T convert(String field, String expected, Function<String, T> reading) {
        String text = string(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            problem(field, "should be " + expected, text);
            return null;
        }
    }

    private @Nullable String string(String field) {
        Object value = values.get(field);
        return switch (value) {
            case null -> null;
            case Unreadable bad -> {
                problems.add(prefix + field + ": " + bad.reason());
                yield null;
            }
            case String text -> text;
            case BigDecimal decimal -> decimal.toPlainString();
            case Double d -> BigDecimal.valueOf(d).toPlainString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> {
                problem(field, "should be one value", value.toString());
                yield null;
            }
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private <T> T missing(String field, T stand) {
        String begin = prefix + field + " ";
        if (problems.stream().noneMatch(p -> p.startsWith(begin) || p.startsWith(begin.strip()))) {
            problems.add(begin + "is missing");
        }
        return stand;
    }

    private void problem(String field, String what, String found) {
        String shown = found.length() <= 80 ? found : found.substring(0, 80) + "…";
        problems.add("%s%s %s, found '%s'".formatted(prefix, field, what, shown));
    }

    /** At least one field of a record can't be read; the message names all of them. */
    public static final class BadFields extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadFields(String message) {
            super(message);
        }
    }
}
