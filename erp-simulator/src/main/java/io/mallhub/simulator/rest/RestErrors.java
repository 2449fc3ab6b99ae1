package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * A refusal is HTTP 200 with a code, as this interface has always done; a request that cannot be
 * read is 400.
 */
@RestControllerAdvice(basePackageClasses = RestErrors.class)
class RestErrors {

    private static final Logger log = LoggerFactory.getLogger(RestErrors.class);
    private static final int UNREADABLE = 9400;
    private static final int BROKEN = 9500;

    @ExceptionHandler
    Answer<Map<String, String>> refused(Refusal refusal) {
        return new Answer<>(refusal.code().rest(), refusal.text(), existing(refusal));
    }

    @ExceptionHandler
    ResponseEntity<Answer<Object>> bad(BadRequest bad) {
        return badRequest(String.valueOf(bad.getMessage()));
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeNotSupportedException.class
    })
    ResponseEntity<Answer<Object>> unreadable(Exception unreadable) {
        return badRequest("request is no JSON of the expected form");
    }

    @ExceptionHandler
    ResponseEntity<Answer<Object>> mistyped(MethodArgumentTypeMismatchException bad) {
        return badRequest(bad.getName() + " has the wrong type");
    }

    @ExceptionHandler
    ResponseEntity<Answer<Object>> broken(RuntimeException broken) {
        log.error("REST call failed", broken);
        return ResponseEntity.internalServerError()
                .body(new Answer<>(BROKEN, "internal error", null));
    }

    private static ResponseEntity<Answer<Object>> badRequest(String why) {
        return ResponseEntity.badRequest().body(new Answer<>(UNREADABLE, why, null));
    }

    private static @Nullable Map<String, String> existing(Refusal refusal) {
        String number = refusal.number();
        if (number == null) {
            return null;
        }
        return Map.of(number.startsWith("KH") ? "khbm" : "ddbh", number);
    }
}
