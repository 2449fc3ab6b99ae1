package io.mallhub.console.home;

import io.mallhub.console.operations.Durations;
import io.mallhub.processes.Curves;
import io.mallhub.processes.Curves.Hour;
import io.mallhub.webkit.Figures;
import io.mallhub.webkit.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** How the last day went: what ended, what broke, how far the read models were behind. */
@Component
class Plots {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Curves curves;
    private final Figures figures;
    private final Durations durations;
    private final Times times;

    Plots(Curves curves, Figures figures, Durations durations, Times times) {
        this.curves = curves;
        this.figures = figures;
        this.durations = durations;
        this.times = times;
    }

    List<Plot> ofTheDay() {
        List<Hour> day = curves.lastDay();
        LongFunction<String> lag = millis -> durations.brief(Duration.ofMillis(millis));
        return List.of(
                plot(
                        "throughput",
                        figures.count(day.stream().mapToLong(Hour::ended).sum()),
                        "/console/operations/instances?state=COMPLETED&from=" + dayOfTheFirst(day),
                        day,
                        Hour::ended,
                        figures::count),
                plot(
                        "incidents",
                        figures.count(day.stream().mapToLong(Hour::incidents).sum()),
                        "/console/operations/incidents",
                        day,
                        Hour::incidents,
                        figures::count),
                plot(
                        "lag",
                        lag.apply(day.stream().mapToLong(Plots::lag).max().orElse(0)),
                        "/console/operations#lag",
                        day,
                        Plots::lag,
                        lag));
    }

    private static long lag(Hour hour) {
        return hour.lag().toMillis();
    }

    private LocalDate dayOfTheFirst(List<Hour> day) {
        return day.isEmpty()
                ? times.today()
                : LocalDate.ofInstant(day.getFirst().from(), times.zone());
    }

    private Plot plot(
            String key,
            String total,
            String href,
            List<Hour> day,
            ToLongFunction<Hour> amount,
            LongFunction<String> words) {
        long most = day.stream().mapToLong(amount).max().orElse(0);
        return new Plot(
                key,
                total,
                href,
                day.stream()
                        .map(
                                hour -> {
                                    long value = amount.applyAsLong(hour);
                                    String at = HOUR.format(hour.from().atZone(times.zone()));
                                    return Plot.Bar.of(
                                            value, most, at + " · " + words.apply(value));
                                })
                        .toList());
    }
}
