package io.mallhub.console.operations;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Short lengths of time with two digits that matter: "0.38 s", "25 min", "5.8 h". */
@Component("durations")
public class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    public String brief(@Nullable Duration length) {
        if (length == null) {
            return "—";
        }
        double seconds = length.toMillis() / 1000.0;
        if (seconds < MINUTE) {
            return text(seconds, "s");
        }
        if (seconds < HOUR) {
            return text(seconds / MINUTE, "min");
        }
        return seconds < DAY ? text(seconds / HOUR, "h") : text(seconds / DAY, "d");
    }

    private static String text(double amount, String unit) {
        String digits = amount < 1 ? "%.2f" : amount < 10 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, digits, amount) + " " + unit;
    }
}
