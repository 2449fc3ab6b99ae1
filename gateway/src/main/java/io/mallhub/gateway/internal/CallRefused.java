package io.mallhub.gateway.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A whole call is refused before any of its records was looked at. */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final String detail;
    private final @Nullable Duration retryAfter;

    private CallRefused(int status, String code, String detail, @Nullable Duration retryAfter) {
        super(code + " " + detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** For good, as long as nobody changes something. */
    public static CallRefused because(int status, String code, String detail) {
        return new CallRefused(status, code, detail, null);
    }

    /** Now; later it may be otherwise. */
    public static CallRefused until(int status, String code, String detail, Duration retryAfter) {
        return new CallRefused(status, code, detail, retryAfter);
    }

    /** In the words of HTTP, which SOAP sends too where it can. */
    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** Whole seconds, at least one; empty when waiting does not help. */
    public java.util.Optional<String> retryAfterSeconds() {
        return java.util.Optional.ofNullable(retryAfter)
                .map(it -> String.valueOf(Math.max(1, (it.toMillis() + 999) / 1000)));
    }
}
