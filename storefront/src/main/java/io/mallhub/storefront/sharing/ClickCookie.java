package io.mallhub.storefront.sharing;

import io.mallhub.distribution.Distribution;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Where a guest's browser keeps the links it followed, until he signs in. */
final class ClickCookie {
    static final String NAME = "MALLSHARE";

    private ClickCookie() {}

    /** Empty for nothing. */
    static String read(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, NAME);
        return kept == null ? "" : kept.getValue();
    }

    static void write(String clicks, HttpServletRequest request, HttpServletResponse response) {
        set(clicks, Duration.ofDays(Distribution.MOST_DAYS), request, response);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(
            String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
