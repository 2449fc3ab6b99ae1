package io.mallhub.simulator.admin;

import io.mallhub.simulator.kernel.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal is 422, a request that makes no sense 400. */
@RestControllerAdvice(basePackageClasses = AdminErrors.class)
class AdminErrors {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    Map<String, String> refused(Refusal refusal) {
        return Map.of("code", refusal.code().soap(), "message", refusal.text());
    }

    @ExceptionHandler({IllegalArgumentException.class, HttpMessageNotReadableException.class})
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> bad(Exception bad) {
        return Map.of("code", "BAD_REQUEST", "message", String.valueOf(bad.getMessage()));
    }
}
