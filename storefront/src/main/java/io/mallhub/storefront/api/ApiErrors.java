package io.mallhub.storefront.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns what the API refuses into problem documents: a code for programs, words for people, the
 * lines at fault.
 */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors {
    @ExceptionHandler
    ProblemDetail refused(Problem problem) {
        ProblemDetail document = document(problem.status(), problem.code(), problem.detail());
        if (!problem.lines().isEmpty()) {
            document.setProperty("lines", problem.lines());
        }
        return document;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        String what =
                switch (unreadable.getCause()) {
                    case UnrecognizedPropertyException unknown ->
                            "The field \"" + unknown.getPropertyName() + "\" is not known here.";
                    case JacksonException json ->
                            "The body is not the JSON expected here: line %d, column %d."
                                    .formatted(
                                            json.getLocation().getLineNr(),
                                            json.getLocation().getColumnNr());
                    case null, default -> "The body cannot be read.";
                };
        return document(HttpStatus.BAD_REQUEST, "body.unreadable", what + " Nothing was changed.");
    }

    private static ProblemDetail document(HttpStatus status, String code, String detail) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, detail);
        document.setType(URI.create("urn:mallhub:problem:" + code));
        document.setProperty("code", code);
        return document;
    }
}
