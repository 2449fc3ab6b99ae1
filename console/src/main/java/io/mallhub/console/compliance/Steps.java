package io.mallhub.console.compliance;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Steps of a review and what was decided at them, in words. As {@code steps} in templates. */
@Component
public class Steps {
    private final Words words;
    private final Times times;

    Steps(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** Also of a part that only the audit log names. */
    public String of(String step) {
        return words.codeOr("step." + step, words.codeOr("audit." + step, step));
    }

    /** What, who, when, why; one decision after the other. */
    String of(List<ReviewDecision> decisions, String between) {
        return decisions.stream().map(this::line).collect(Collectors.joining(between));
    }

    private String line(ReviewDecision it) {
        return String.join(" ", of(it.step()), it.by(), times.second(it.at()), it.reason()).strip();
    }
}
