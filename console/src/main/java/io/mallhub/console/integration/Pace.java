package io.mallhub.console.integration;

import java.time.Duration;

/** A pace as people say it: in the largest unit in which it is whole. */
record Pace(long number, Unit unit) {
    enum Unit {
        SECONDS(1),
        MINUTES(60),
        HOURS(3_600);

        private final int seconds;

        Unit(int seconds) {
            this.seconds = seconds;
        }
    }

    static Pace of(Duration pace) {
        Unit unit = Unit.SECONDS;
        for (Unit larger : Unit.values()) {
            if (pace.toSeconds() % larger.seconds == 0) {
                unit = larger;
            }
        }
        return new Pace(pace.toSeconds() / unit.seconds, unit);
    }

    Duration duration() {
        return Duration.ofSeconds(number * unit.seconds);
    }
}
