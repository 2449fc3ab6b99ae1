package io.mallhub.notification;

import java.util.Map;

/**
 * @param key what is told to whom, once ever: {@code renewal-reminder/QR…/30}
 * @param template texts {@code <template>.title} and {@code <template>.text} of {@code
 *     i18n/notifications}
 * @param values fill the {@code {name}} places of both texts; {@code @key} stands for a word of
 *     {@code i18n/notifications}; no secrets
 * @param link path of the page to open in the reader's own front, empty for none
 */
public record Notify(
        String key, Recipient to, String template, Map<String, String> values, String link) {
    public Notify {
        values = Map.copyOf(values);
    }
}
