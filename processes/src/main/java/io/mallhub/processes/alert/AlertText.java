package io.mallhub.processes.alert;

import io.mallhub.processes.alert.AlertBook.Delivery;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** An alert in both languages: nobody knows who reads the mail at night. */
final class AlertText {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private AlertText() {}

    static String subject(Delivery alert) {
        return "MallHub " + both(alert, "subject", " / ").replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * @param page address of the console; empty: no link
     */
    static String body(Delivery alert, String page) {
        String link =
                page.isEmpty() ? "" : "\n\n" + page + Finding.path(alert.rule(), alert.subject());
        return both(alert, "body", "\n\n") + link;
    }

    private static String both(Delivery alert, String part, String between) {
        return List.of(Locale.ROOT, Locale.ENGLISH).stream()
                .map(locale -> in(locale, alert, part))
                .collect(Collectors.joining(between));
    }

    private static String in(Locale locale, Delivery alert, String part) {
        String text =
                ResourceBundle.getBundle("i18n.alerts", locale, EXACTLY)
                        .getString(alert.rule() + "." + part);
        return new MessageFormat(text, Locale.ROOT).format(alert.details().toArray());
    }
}
