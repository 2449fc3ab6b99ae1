package io.mallhub.app;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Why the hub did not start, in the words of the part that refused, instead of a stack trace. */
final class StartFailures implements FailureAnalyzer {
    private static final String SETTINGS = "All settings are described in docs/settings.md.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return new FailureAnalysis(
                        "PostgreSQL did not let the hub in: " + refused.getMessage(),
                        "Check spring.datasource.url, .username and .password. " + SETTINGS,
                        failure);
            }
            if (isOurs(cause)) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), SETTINGS, failure);
            }
        }
        return null;
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return (cause instanceof IllegalStateException || cause instanceof UncheckedIOException)
                && trace.length > 0
                && trace[0].getClassName().startsWith("io.mallhub.");
    }
}
