package io.mallhub.webkit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/**
 * Puts {@code kit}, {@code words}, {@code times} and {@code figures} into the model of every page.
 */
@ControllerAdvice
@EnableConfigurationProperties(KitSettings.class)
class PageKitAdvice {
    private final KitSettings settings;
    private final Words words;
    private final Times times;
    private final Figures figures;

    PageKitAdvice(KitSettings settings, Words words, Times times, Figures figures) {
        this.settings = settings;
        this.words = words;
        this.times = times;
        this.figures = figures;
    }

    /** Beans are out of reach in links and in arguments of fragments; model attributes are not. */
    @ModelAttribute("words")
    Words words() {
        return words;
    }

    @ModelAttribute("times")
    Times times() {
        return times;
    }

    @ModelAttribute("figures")
    Figures figures() {
        return figures;
    }

    @ModelAttribute("kit")
    PageKit kit(HttpServletRequest request, Locale locale) {
        return new PageKit(
                request,
                locale,
                theme(request),
                request.getRequestURI(),
                settings.demo().enabled(),
                request.getHeader("HX-Request") != null);
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "theme");
        String value = cookie == null ? "" : cookie.getValue();
        return value.equals("dark") || value.equals("light") ? value : "";
    }
}
