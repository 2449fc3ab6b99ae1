package io.mallhub.webkit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Puts {@code kit} into the model of every page. */
@ControllerAdvice
@EnableConfigurationProperties(KitSettings.class)
class PageKitAdvice {
    private final KitSettings settings;

    PageKitAdvice(KitSettings settings) {
        this.settings = settings;
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
