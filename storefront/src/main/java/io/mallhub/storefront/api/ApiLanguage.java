package io.mallhub.storefront.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Programs say their language in Accept-Language; without it words are Chinese. */
final class ApiLanguage {
    private static final List<Locale> KNOWN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private ApiLanguage() {}

    static Locale of(HttpServletRequest request) {
        String wanted = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "zh");
        try {
            Locale known = Locale.lookup(Locale.LanguageRange.parse(wanted), KNOWN);
            return known == null ? Locale.CHINESE : known;
        } catch (IllegalArgumentException unreadable) {
            return Locale.CHINESE;
        }
    }
}
