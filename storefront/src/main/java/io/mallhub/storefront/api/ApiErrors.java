package io.mallhub.storefront.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Whatever goes wrong in the API is answered with a problem document. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
class ApiErrors extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);
    private final ProblemDocuments documents;

    ApiErrors(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ProblemDetail refused(Problem problem, HttpServletRequest request) {
        return documents.of(problem, ApiLanguage.of(request));
    }

    /** Ours to mend, never the caller's: he learns that nothing else, the log the rest. */
    @ExceptionHandler
    ProblemDetail failed(Exception failure, HttpServletRequest request) {
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return documents.of(HttpStatus.INTERNAL_SERVER_ERROR, ApiLanguage.of(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Locale language = language(request);
        ProblemDetail document =
                switch (unreadable.getCause()) {
                    case UnrecognizedPropertyException unknown ->
                            documents.document(
                                    status,
                                    "body.unknown-field",
                                    language,
                                    unknown.getPropertyName());
                    case JacksonException json ->
                            documents.document(
                                    status,
                                    "body.unreadable",
                                    language,
                                    json.getLocation().getLineNr(),
                                    json.getLocation().getColumnNr());
                    case null, default -> documents.document(status, "body.missing", language);
                };
        return super.handleExceptionInternal(unreadable, document, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refusal,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail document = documents.of(status, language(request));
        return super.handleExceptionInternal(refusal, document, headers, status, request);
    }

    private static Locale language(WebRequest request) {
        return ApiLanguage.of(((ServletWebRequest) request).getRequest());
    }
}
