package io.mallhub.console.operations;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code durations} into the model of the console's pages. */
@ControllerAdvice("io.mallhub.console")
class DurationsAdvice {
    private final Durations durations;

    DurationsAdvice(Durations durations) {
        this.durations = durations;
    }

    @ModelAttribute("durations")
    Durations durations() {
        return durations;
    }
}
