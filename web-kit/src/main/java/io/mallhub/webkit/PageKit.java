package io.mallhub.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What every page knows of its request, as {@code kit} in templates.
 *
 * @param language zh-CN or en
 * @param theme light, dark, or empty for "as the system"
 * @param path of the page, without query
 * @param demo whether the demo banner shows
 */
public record PageKit(
        HttpServletRequest request,
        Locale language,
        String theme,
        String path,
        boolean demo,
        boolean htmx) {

    public boolean chinese() {
        return !Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }

    public String languageTag() {
        return chinese() ? "zh-CN" : "en";
    }

    /** This page again, filters kept, in the other language. */
    public String otherLanguageHref() {
        return with("lang", chinese() ? "en" : "zh");
    }

    /** This page with one query parameter set; server-relative. */
    public String with(String parameter, String value) {
        var uri =
                ServletUriComponentsBuilder.fromRequest(request)
                        .replaceQueryParam(
                                parameter, UriUtils.encode(value, StandardCharsets.UTF_8));
        var built = uri.build();
        String query = built.getQuery();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
