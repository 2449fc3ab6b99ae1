package io.mallhub.webkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Names of things that the business hands out as codes: states, kinds, reasons. As {@code @words}
 * in templates.
 */
@Component("words")
public class Words {
    /** What may be a message key; the bundles know which is one. */
    private static final Pattern KEY =
            Pattern.compile("[a-z]+(?:-[a-z]+)*(?:\\.[a-z]+(?:-[a-z]+)*)+");

    /** After a verdict of the licence gate; the page shows it beside the line. */
    private static final Pattern EVIDENCE = Pattern.compile("(gate\\.[a-z-]+) \\{[^}]*}");

    private static final Pattern GROUP = Pattern.compile("^(?:sales|finance|compliance)(?=$|:)");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Name of an enum constant: key {@code <EnumName>.<CONSTANT>}. */
    public String of(@Nullable Enum<?> value) {
        return value == null
                ? "—"
                : code(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Text of a message key from the business; a key without text is shown as it is. */
    public String code(@Nullable String key) {
        return key == null || key.isEmpty() ? "—" : codeOr(key, key);
    }

    /** Name of the province that a GB/T 2260 code lies in; anything else is shown as it is. */
    public String region(String code) {
        return code.matches("[0-9]{6}")
                ? codeOr("region." + code.substring(0, 2) + "0000", code)
                : code;
    }

    /** As {@link #region}, of the beginning of a code; empty when no province has it. */
    public String regionOf(String prefix) {
        return prefix.length() < 2 ? "" : codeOr("region." + prefix.substring(0, 2) + "0000", "");
    }

    public String codeOr(String key, String otherwise) {
        Locale locale = LocaleContextHolder.getLocale();
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    /**
     * A message of the business with its values; of these, constants and keys are put in words,
     * too. Without such a message, the key as it is.
     *
     * @param values several things in one are separated by comma and blank
     */
    public String say(String key, List<String> values) {
        Object[] named =
                values.stream()
                        .map(
                                value ->
                                        Arrays.stream(value.split(", ", -1))
                                                .map(part -> codeOr(part, part))
                                                .collect(Collectors.joining(", ")))
                        .toArray();
        String text = messages.getMessage(key, named, key, LocaleContextHolder.getLocale());
        return text == null ? key : text;
    }

    /** Text of a message key, the detail in it where the text has a place for one. */
    public String message(String key, String detail) {
        String text = code(key);
        return text.contains("{0}") ? say(key, List.of(detail)) : text;
    }

    /** Why something was refused, with its detail: in the text where that has a place, or after. */
    public String problem(String key, String detail) {
        String bare = code(key);
        String said =
                switch (key) {
                    case "promotion.other-payment" -> each("PaymentMethod.", detail);
                    case "promotion.other-channel" -> each("Channel.", detail);
                    case "promotion-rule.never-free",
                            "coupon-kind.never-free",
                            "coupon-kind.never-for-points",
                            "points-rule.never-paid" ->
                            each("RegulatoryCategory.", detail);
                    default -> detail;
                };
        return bare.contains("{0}") ? message(key, said) : (bare + " " + said).strip();
    }

    /** Names of enum constants, parted by commas, in words. */
    private String each(String prefix, String names) {
        return Arrays.stream(names.split(", "))
                .map(name -> codeOr(prefix + name, name))
                .collect(Collectors.joining(code("coupon.terms.and")));
    }

    /**
     * Detail of an entry of a timeline. Message keys in it are put in words, as are the bare codes
     * of the rule that refused a return, the reason of a return, and the group that decided on an
     * order. What people wrote stays.
     *
     * @param what the entry is about
     */
    public String detail(String what, String detail) {
        String bare =
                switch (what) {
                    case "return.refused" -> "return-rule." + detail;
                    case "return.submitted" -> "ReturnReason." + detail;
                    default -> detail;
                };
        String word = codeOr(bare, "");
        if (!word.isEmpty()) {
            return word;
        }
        String words =
                KEY.matcher(EVIDENCE.matcher(detail).replaceAll("$1"))
                        .replaceAll(
                                key -> Matcher.quoteReplacement(codeOr(key.group(), key.group())));
        return what.startsWith("order.")
                ? GROUP.matcher(words)
                        .replaceFirst(
                                group ->
                                        Matcher.quoteReplacement(
                                                codeOr("group." + group.group(), group.group())))
                : words;
    }

    /** Tabler colour of a state: what it means for the reader, not what it is called. */
    public String color(@Nullable Object state) {
        return state == null ? "secondary" : StateColor.of(state.toString());
    }
}
