package io.mallhub.console.access;

import io.mallhub.webkit.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What the business refuses because the page was out of date ({@link IllegalStateException}) or the
 * input impossible ({@link IllegalArgumentException}): back to the page it came from, with words,
 * nothing changed.
 */
@ControllerAdvice("io.mallhub.console")
class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler(IllegalStateException.class)
    void outOfDate(
            IllegalStateException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer("console.notice.out-of-date", HttpStatus.CONFLICT, why, request, response);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    void impossible(
            IllegalArgumentException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer("console.notice.impossible", HttpStatus.BAD_REQUEST, why, request, response);
    }

    private static void answer(
            String key,
            HttpStatus status,
            RuntimeException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        log.info("Refused {} {}: {}", request.getMethod(), request.getRequestURI(), why.toString());
        if (!"POST".equals(request.getMethod())) {
            response.sendError(status.value());
            return;
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("notice", new Notice("danger", key, String.valueOf(why.getMessage())));
        RequestContextUtils.saveOutputFlashMap(cameFrom(request), request, response);
        response.sendRedirect(cameFrom(request));
    }

    /** Only the path of the referring page, so that nobody can be sent elsewhere. */
    private static String cameFrom(HttpServletRequest request) {
        try {
            String referer = request.getHeader("Referer");
            String path = referer == null ? null : new URI(referer).getPath();
            return path != null && path.startsWith("/console/") ? path : "/console";
        } catch (URISyntaxException e) {
            return "/console";
        }
    }
}
