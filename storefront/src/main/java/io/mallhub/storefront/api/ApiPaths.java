package io.mallhub.storefront.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * A path or method the API does not have reaches no controller of its; under {@code /api/} it is
 * answered in the API's manner all the same.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiPaths {
    private final ProblemDocuments documents;

    ApiPaths(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    <E extends Exception> ResponseEntity<ProblemDetail> unknown(
            E refusal, HttpServletRequest request) throws E {
        if (!request.getRequestURI().startsWith("/api/")
                || !(refusal instanceof ErrorResponse answer)) {
            throw refusal;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(documents.of(answer.getStatusCode(), ApiLanguage.of(request)));
    }
}
