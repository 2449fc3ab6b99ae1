package io.mallhub.storefront.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request the API refuses; becomes a problem document (RFC 9457) that says what to do. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<Line> lines;

    Problem(HttpStatus status, String code, String detail, List<Line> lines) {
        super(detail);
        this.detail = detail;
        this.status = status;
        this.code = code;
        this.lines = lines;
    }

    static Problem notFound(String code, String what) {
        return new Problem(HttpStatus.NOT_FOUND, code, what, List.of());
    }

    static Problem badRequest(String code, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, code, detail, List.of());
    }

    static Problem refused(String code, String detail, List<Line> lines) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, lines);
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    String code() {
        return code;
    }

    List<Line> lines() {
        return lines;
    }

    /**
     * @param line 1-based; 0 for the order as a whole
     */
    record Line(int line, String product, String code, String detail) {}
}
