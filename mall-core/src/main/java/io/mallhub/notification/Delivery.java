package io.mallhub.notification;

import java.util.Map;

/**
 * One message on its way.
 *
 * @param template with {@code values}: for channels that send by templates of their own
 * @param title in the language of the installation
 */
public record Delivery(
        long id,
        String channel,
        String address,
        String template,
        Map<String, String> values,
        String title,
        String text,
        String link,
        int attempts) {
    public Delivery {
        values = Map.copyOf(values);
    }
}
