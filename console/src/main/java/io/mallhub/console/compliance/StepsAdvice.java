package io.mallhub.console.compliance;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

@ControllerAdvice("io.mallhub.console.compliance")
class StepsAdvice {
    private final Steps steps;

    StepsAdvice(Steps steps) {
        this.steps = steps;
    }

    @ModelAttribute("steps")
    Steps steps() {
        return steps;
    }
}
