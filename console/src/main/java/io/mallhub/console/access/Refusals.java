package io.mallhub.console.access;

import io.mallhub.webkit.BackToThePage;
import io.mallhub.webkit.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What the business refuses because the page was out of date ({@link IllegalStateException}) or the
 * input impossible ({@link IllegalArgumentException}, or a field that cannot be read).
 */
@ControllerAdvice("io.mallhub.console")
class Refusals {
    private final BackToThePage back = new BackToThePage("/console");

    @ExceptionHandler(IllegalStateException.class)
    void outOfDate(
            IllegalStateException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        back.answer("console.notice.out-of-date", HttpStatus.CONFLICT, why, request, response);
    }

    @ExceptionHandler({IllegalArgumentException.class, ArithmeticException.class})
    void impossible(RuntimeException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        back.answer("console.notice.impossible", HttpStatus.BAD_REQUEST, why, request, response);
    }

    @ExceptionHandler
    void unreadable(
            MethodArgumentTypeMismatchException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        field(why.getName(), why, request, response);
    }

    @ExceptionHandler
    void missing(
            MissingServletRequestParameterException why,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        field(why.getParameterName(), why, request, response);
    }

    private void field(
            String name, Exception why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        back.answer(
                new Notice("danger", "console.notice.field", name),
                HttpStatus.BAD_REQUEST,
                why,
                request,
                response);
    }
}
