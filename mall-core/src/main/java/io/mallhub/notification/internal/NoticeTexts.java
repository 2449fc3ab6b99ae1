package io.mallhub.notification.internal;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The texts of the templates, filled. */
@Component
class NoticeTexts {
    private static final String BUNDLE = "i18n.notifications";
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * @throws IllegalArgumentException unless the template has both texts
     */
    void mustKnow(String template) {
        ResourceBundle texts = texts(Locale.CHINESE);
        if (!texts.containsKey(template + ".title") || !texts.containsKey(template + ".text")) {
            throw new IllegalArgumentException("No texts for the template " + template);
        }
    }

    String title(String template, Map<String, String> values, Locale language) {
        return fill(template + ".title", values, language);
    }

    String text(String template, Map<String, String> values, Locale language) {
        return fill(template + ".text", values, language);
    }

    /** A template that a later version no longer has shows as its name: old notices stay. */
    private static String fill(String key, Map<String, String> values, Locale language) {
        try {
            return PLACE.matcher(texts(language).getString(key))
                    .replaceAll(
                            place ->
                                    Matcher.quoteReplacement(
                                            value(
                                                    values.getOrDefault(
                                                            place.group(1), place.group()),
                                                    language)));
        } catch (MissingResourceException e) {
            return key;
        }
    }

    /** {@code @key} stands for the word of that key. */
    private static String value(String value, Locale language) {
        ResourceBundle texts = texts(language);
        String key = value.startsWith("@") ? value.substring(1) : "";
        return texts.containsKey(key) ? texts.getString(key) : value;
    }

    /** Chinese is the bundle without a language, whatever the machine speaks. */
    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
