package io.mallhub.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Answers what the business refuses by throwing: back to the page it came from, with words. Nothing
 * was changed.
 */
public final class BackToThePage {
    private static final Logger log = LoggerFactory.getLogger(BackToThePage.class);
    private final String home;

    /**
     * @param home path of the site's first page; nobody is sent outside it
     */
    public BackToThePage(String home) {
        this.home = home;
    }

    /**
     * @param key message key of the words, which may show the reason as {@code {0}}
     * @param status for requests that only read: those have no page to go back to
     */
    public void answer(
            String key,
            HttpStatus status,
            RuntimeException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Notice words = new Notice("danger", key, String.valueOf(why.getMessage()));
        answer(words, status, why, request, response);
    }

    /** As above, with words of its own. */
    public void answer(
            Notice words,
            HttpStatus status,
            Exception why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        log.info("Refused {} {}: {}", request.getMethod(), request.getRequestURI(), why.toString());
        if (!"POST".equals(request.getMethod())) {
            response.sendError(status.value());
            return;
        }
        String page = cameFrom(request);
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("notice", words);
        RequestContextUtils.saveOutputFlashMap(page, request, response);
        response.sendRedirect(page);
    }

    /** Only the path of the referring page, so that nobody can be sent elsewhere. */
    private String cameFrom(HttpServletRequest request) {
        try {
            String referer = request.getHeader("Referer");
            String path = referer == null ? null : new URI(referer).getRawPath();
            return path != null && isInside(path) ? path : home;
        } catch (URISyntaxException e) {
            return home;
        }
    }

    private boolean isInside(String path) {
        return !path.startsWith("//") && path.startsWith(home.endsWith("/") ? home : home + "/");
    }
}
