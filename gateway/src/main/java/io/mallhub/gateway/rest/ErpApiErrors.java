package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever goes wrong is answered with a problem document. */
@RestControllerAdvice(basePackageClasses = ErpApiErrors.class)
class ErpApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ErpApiErrors.class);
    private final Problems problems;

    ErpApiErrors(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(CallRefused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(refused, request, response);
    }

    /** Ours to mend, never the caller's: he learns that nothing else, the log the rest. */
    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("{} failed", request.getRequestURI(), failure);
        problems.write(CallRefused.because(500, "call.failed", ""), request, response);
    }
}
