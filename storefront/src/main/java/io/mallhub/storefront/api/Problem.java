package io.mallhub.storefront.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request the API refuses; becomes a problem document (RFC 9457) that says what to do.
 *
 * <p>The words come from the texts {@code api.<code>}, in the caller's language.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final String what;
    private final transient List<Line> lines;

    /**
     * @param what the value the words are about; empty when there is none
     */
    Problem(HttpStatus status, String code, String what, List<Line> lines) {
        super(code + " " + what);
        this.what = what;
        this.status = status;
        this.code = code;
        this.lines = lines;
    }

    static Problem notFound(String code, String what) {
        return new Problem(HttpStatus.NOT_FOUND, code, what, List.of());
    }

    static Problem badRequest(String code) {
        return new Problem(HttpStatus.BAD_REQUEST, code, "", List.of());
    }

    static Problem refused(String code, List<Line> lines) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, "", lines);
    }

    HttpStatus status() {
        return status;
    }

    String what() {
        return what;
    }

    String code() {
        return code;
    }

    List<Line> lines() {
        return lines;
    }

    /**
     * @param line 1-based; 0 for the order as a whole
     * @param code key of the business's words for it
     * @param detail the figures behind it, may be empty
     */
    record Line(int line, String product, String code, String detail) {}
}
